import fc from 'fast-check'
import { expect, test } from 'vitest'
import { multiply } from './multiply.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const product = ask(multiply)

test('a price times a count is exact to the cent, from either side', () => {
  fc.assert(
    fc.property(anyCents, fc.integer({ min: -999, max: 999 }), (cents, count) => {
      const exact = (cents * count) / 100 + 0
      expect(product(cents / 100, count)).toBe(exact)
      expect(product(count, cents / 100)).toBe(exact)
    }),
  )
})

test('a tax of 6 % on 19.99 has no noise of binary fractions', () => {
  expect(product(19.99, 0.06)).toBe(1.1994)
})

test('nothing times zero is still not known', () => {
  expect(product(0, null)).toBeNull()
})
