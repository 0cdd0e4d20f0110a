import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDecimal, parseDecimal, withoutNoise } from './read-decimal.ts'

const read = (text: string, scale = 6) => {
  const parsed = parseDecimal(text, { scale })
  return parsed.ok ? parsed.value : parsed.code
}

test('every decimal of fifteen digits is read and written without a change', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 6 }),
      fc.boolean(),
      (digits, scale, grouping) => {
        const value = Number(`${digits}e-${scale}`)
        expect(read(formatDecimal(value, { grouping }))).toBe(value)
      },
    ),
  )
})

test.each([
  ['1,234,567.50', 1_234_567.5],
  ['1 234', 1_234],
  ['3.2万', 32_000],
  ['1.5 亿', 150_000_000],
  ['-.5', -0.5],
  ['1.50E+05', 150_000],
  ['−5', -5],
  ['0.10000000000000000000', 0.1],
  ['000', 0],
  ['-0', 0],
])('%s is %d', (text, value) => {
  expect(read(text)).toBe(value)
})

test.each(['', '.', '-', '1,23', '1.2.3', '0x1F', 'Infinity', '一百', '1万亿万'])('%s is no number', (text) => {
  expect(read(text)).toBe('not-a-number')
})

test('decimals that would be lost are refused, zeros are not decimals', () => {
  expect(read('1.005', 2)).toBe('too-many-decimals')
  expect(read('1.5000', 1)).toBe(1.5)
  expect(read('1e-7')).toBe('too-many-decimals')
})

test('numbers a double cannot hold exactly are refused', () => {
  expect(read('9007199254740993')).toBe('too-many-digits')
  expect(read('1e999')).toBe('too-many-digits')
  expect(read('999999999999999')).toBe(999_999_999_999_999)
})

test('the noise of binary fractions is no decimal', () => {
  expect(withoutNoise(0.1 + 0.2)).toBe(0.3)
})
