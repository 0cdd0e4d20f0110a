import { expect, test } from 'vitest'
import { textOf } from './text-of.ts'
import { ask } from '../kit/testing/ask.ts'

const written = ask(textOf)

test('never writes an exponent', () => {
  expect(written(1e21)).toBe('1000000000000000000000')
  expect(written(0.0000001)).toBe('0.0000001')
})

test('writes as many decimals as asked, and no minus before nothing but zeros', () => {
  expect(written(3, 2)).toBe('3.00')
  expect(written(-0.004, 2)).toBe('0.00')
  expect(written(-0.005, 2)).toBe('-0.01')
})

test('without decimals asked for it keeps those the number has, and drops idle zeros', () => {
  expect(written('12.50')).toBe('12.5')
  expect(written(null)).toBeNull()
})
