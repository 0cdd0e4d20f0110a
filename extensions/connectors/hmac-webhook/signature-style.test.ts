import { expect, test } from 'vitest'
import { signatureStyleSchema } from './signature-style.ts'

const reasons = (given: Record<string, unknown>): string[] =>
  signatureStyleSchema.safeParse({ header: 'x-sign', ...given }).error?.issues.map(({ message }) => message) ?? []

test('a style that does not sign the body would let anybody change it', () => {
  expect(reasons({ content: '{timestamp}' })).toEqual(['body-not-signed'])
})

test('a plain hash must hold the secret, or anybody could make it', () => {
  expect(reasons({ combine: 'hash' })).toEqual(['secret-not-signed'])
  expect(reasons({ combine: 'hash', content: '{secret}{body}' })).toEqual([])
})

test('headers are kept in lower case, as the server reads them', () => {
  expect(signatureStyleSchema.parse({ header: ' X-Hub-Signature ' }).header).toBe('x-hub-signature')
  expect(reasons({ header: 'x sign' })).toHaveLength(1)
})
