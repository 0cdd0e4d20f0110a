import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDecimal, asWhole, fromDecimal, withDecimals } from './decimal.ts'

test('a number that is read and given back is the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
      const decimal = asDecimal(number)
      expect(decimal === null ? null : Number(fromDecimal(decimal))).toBe(number + 0)
    }),
  )
})

test('digits that a double would lose stay as text', () => {
  const decimal = asDecimal('12345678901234567890.12')
  expect(decimal && fromDecimal(decimal)).toBe('12345678901234567890.12')
})

test.each(['1e5', ' 1', '.5', '1.', 'NaN', '', '١'])('%j is no number of the language', (text) => {
  expect(asDecimal(text)).toBeNull()
})

test('infinity and what is not there are no numbers either', () => {
  for (const value of [Infinity, NaN, null, undefined, true]) expect(asDecimal(value)).toBeNull()
})

test('one absent argument makes the result absent without asking the body', () => {
  expect(
    withDecimals([1, null], () => {
      throw new Error('asked')
    }),
  ).toBeNull()
})

test('a whole number is cut towards zero, never −0, and refused out of bounds before it is cut', () => {
  const bounds = { min: -3, max: 3 }
  expect(asWhole(-0.5, bounds)).toBe(0)
  expect(asWhole(2.9, bounds)).toBe(2)
  expect(asWhole(3.1, bounds)).toBeNull()
})
