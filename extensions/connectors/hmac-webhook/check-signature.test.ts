import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkSignature } from './check-signature.ts'
import { signatureStyles } from './signature-style.ts'

const secret = 's3cret'
const receivedAt = '2026-11-21T16:30:00.000Z'
const now = Date.parse(receivedAt) / 1_000
const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('hex')
const request = (body: string, headers: Record<string, string>) =>
  ({ body: Buffer.from(body), headers, receivedAt, method: 'POST', query: {} }) as unknown as Parameters<
    typeof checkSignature
  >[0]
const check = (...given: Parameters<typeof request>) =>
  checkSignature(request(...given), signatureStyles.stripe, { secret, toleranceSeconds: 300 })
const signed = (body: string, time: number): Record<string, string> => ({
  'stripe-signature': `t=${time},v1=${sign('old')},v1=${sign(`${time}.${body}`)}`,
})

test('one good signature among several is enough: secrets are changed while messages are under way', () => {
  expect(check('{"a":1}', signed('{"a":1}', now))).toBeNull()
})

test('one byte more and it is not theirs', () => {
  expect(check('{"a":1} ', signed('{"a":1}', now))).toBe('bad-signature')
  expect(check('{"a":1}', {})).toBe('bad-signature')
})

test('a good message that is sent again later is stale, and so is one from the future', () => {
  expect(check('{}', signed('{}', now - 301))).toBe('stale-timestamp')
  expect(check('{}', signed('{}', now + 301))).toBe('stale-timestamp')
  expect(check('{}', signed('{}', now - 300))).toBeNull()
})

test('a source without a secret lets nobody in, though an empty key signs as well', () => {
  const empty = createHmac('sha256', '').update(`${now}.{}`).digest('hex')
  const given = request('{}', { 'stripe-signature': `t=${now},v1=${empty}` })
  expect(checkSignature(given, signatureStyles.stripe, { secret: '', toleranceSeconds: 300 })).toBe('bad-signature')
})
