import { expect, test } from 'vitest'
import { ApiError, toApiError } from './api-error.ts'

test('a problem+json answer keeps its code, sentence and issues', () => {
  const error = toApiError(422, {
    code: 'invalid-values',
    title: '有几项填得不对',
    issues: [{ path: 'phone', code: 'not-a-phone' }],
  })
  expect(error).toMatchObject({
    code: 'invalid-values',
    status: 422,
    message: '有几项填得不对',
    issues: [{ path: 'phone', code: 'not-a-phone' }],
    isRetryable: false,
  })
})

test('a page from a proxy is not shown to anybody', () => {
  expect(toApiError(502, null)).toMatchObject({ code: 'not-ready', isRetryable: true })
  expect(toApiError(500, '<html>').code).toBe('internal')
})

test("a code this client does not know is an internal failure, with the server's own sentence", () => {
  expect(toApiError(409, { code: 'from-the-future', title: '新情况' })).toMatchObject({ code: 'internal', message: '新情况' })
})

test('no network may be tried again', () => {
  expect(new ApiError('offline', '').isRetryable).toBe(true)
})
