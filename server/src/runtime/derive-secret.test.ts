import { expect, test } from 'vitest'
import { deriveSecret } from './derive-secret.ts'

const key = Buffer.alloc(32, 1)

test('a form’s token cannot stand in for a session, and another workspace’s key makes another', () => {
  expect(deriveSecret(key, 'form')).not.toBe(deriveSecret(key, 'sign-in'))
  expect(deriveSecret(Buffer.alloc(32, 2), 'form')).not.toBe(deriveSecret(key, 'form'))
})

test('is the same after every start, or everybody would be signed out', () => {
  expect(deriveSecret(key, 'sign-in')).toBe(deriveSecret(Buffer.from(key), 'sign-in'))
  expect(Buffer.from(deriveSecret(key, 'sign-in'), 'base64url')).toHaveLength(32)
})
