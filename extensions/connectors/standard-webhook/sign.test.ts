import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { signStandardWebhook } from './sign.ts'

const secret = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`
const at = new Date().toISOString()

test('the standard’s own package takes the message, and no other body under its headers', () => {
  const headers = signStandardWebhook({ secret, id: 'msg_1', body: '{"a":1}', at })
  expect(new Webhook(secret).verify('{"a":1}', headers)).toEqual({ a: 1 })
  expect(() => new Webhook(secret).verify('{"a":2}', headers)).toThrow()
})

test('the same message tried again carries the same id and signature', () => {
  const message = { secret, id: 'msg_1', body: '{}', at }
  expect(signStandardWebhook(message)).toEqual(signStandardWebhook(message))
})
