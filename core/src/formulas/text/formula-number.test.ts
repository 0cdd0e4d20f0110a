import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentWorth, readNumber, writeNumber } from './formula-number.ts'

test('every number is written without exponent and read back as itself', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const text = writeNumber(number)
      expect(text).toMatch(/^-?\d+(\.\d+)?$/)
      expect(readNumber(text)).toBe(number + 0)
    }),
  )
})

test('digits that a number cannot hold stay digits', () => {
  expect(readNumber('99999999999999999.01')).toBe('99999999999999999.01')
  expect(readNumber('007.50')).toBe(7.5)
  expect(writeNumber(1e-7)).toBe('0.0000001')
  expect(writeNumber(1.5e21)).toBe('1500000000000000000000')
})

test('a percent is a hundredth, exactly', () => {
  expect(percentWorth('12.5')).toBe(0.125)
  expect(percentWorth('0.1')).toBe(0.001)
  expect(percentWorth('250')).toBe(2.5)
})
