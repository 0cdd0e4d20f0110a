import { expect, test } from 'vitest'
import { judgeErrcode, tokenErrors } from './errcode.ts'

test('a limit passes in a minute, a busy system in seconds', () => {
  expect(judgeErrcode(45009, '')).toEqual({ kind: 'retry', code: '45009', retryAfterMs: 60_000 })
  expect(judgeErrcode(-1, '')).toMatchObject({ kind: 'retry', retryAfterMs: 5_000 })
})

test('what an admin must mend is said in words and not tried again', () => {
  expect(judgeErrcode(60020, 'not allow to access from your ip')).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('可信 IP'),
  })
})

test('an unknown code is not tried for ever, and tells what WeCom said, cut', () => {
  const verdict = judgeErrcode(99999, 'x'.repeat(5_000))
  expect(verdict).toMatchObject({ kind: 'failed', code: '99999' })
  expect(JSON.stringify(verdict).length).toBeLessThan(300)
})

test('a token that ran out is one to fetch anew, and never a lasting failure', () => {
  for (const code of tokenErrors) expect(judgeErrcode(code, '').kind).toBe('retry')
})
