import { expect, it } from 'vitest'
import fc from 'fast-check'
import { isSameSecret } from './is-same-secret.ts'

it('is true for equal texts and for no others, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      expect(isSameSecret(left, left)).toBe(true)
      expect(isSameSecret(left, right)).toBe(left === right)
    }),
  )
})
