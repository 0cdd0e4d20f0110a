import fc from 'fast-check'
import { expect, test } from 'vitest'
import { power } from './power.ts'
import { ask } from '../kit/testing/ask.ts'

const raised = ask(power)

test('is exact as long as it has less than 31 digits, and absent beyond', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 60 }), (base, exponent) => {
      const exact = BigInt(base) ** BigInt(exponent)
      const result = raised(base, exponent)
      if (exact >= 10n ** 30n || exact <= -(10n ** 30n)) expect(result).toBeNull()
      else expect(BigInt(String(result))).toBe(exact)
    }),
  )
})

test('of fractions is rounded once, at the end', () => {
  expect(raised(1.1, 3)).toBe(1.331)
  expect(raised(0.1, 13)).toBe(0)
})

test('has no negative exponents and none above 60', () => {
  for (const exponent of [-1, 61, null]) expect(raised(2, exponent)).toBeNull()
})
