import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divide } from './divide.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const quotient = ask(divide)
const divisor = fc.integer({ min: -9_999, max: 9_999 }).filter((number) => number !== 0)

test('undoes a multiplication by any number but zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), divisor, (number, by) => {
      expect(quotient(number * by, by)).toBe(number)
    }),
  )
})

test('rounds towards neither side: the negative of a quotient is the quotient of the negative', () => {
  fc.assert(
    fc.property(anyCents, divisor, (cents, by) => {
      expect(Number(quotient(-cents, by)) + 0).toBe(0 - Number(quotient(cents, by)))
    }),
  )
})

test('by zero is absent, not infinite', () => {
  expect(quotient(1, 0)).toBeNull()
  expect(quotient(0, 0)).toBeNull()
  expect(quotient(1, '0.00')).toBeNull()
})
