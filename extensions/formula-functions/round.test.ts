import fc from 'fast-check'
import { expect, test } from 'vitest'
import { round } from './round.ts'
import { ask } from '../kit/testing/ask.ts'

const rounded = ask(round)
const thousandths = fc.integer({ min: -10_000_000, max: 10_000_000 })

test('is off by at most half a cent, the same way above and below zero', () => {
  fc.assert(
    fc.property(thousandths, (number) => {
      const result = Math.round(Number(rounded(number / 1_000, 2)) * 1_000)
      expect(Math.abs(result - number)).toBeLessThanOrEqual(5)
      expect(Number(rounded(-number / 1_000, 2))).toBe(0 - Number(rounded(number / 1_000, 2)))
    }),
  )
})

test('takes a half for a half, not for what a double makes of it', () => {
  expect(rounded(1.005, 2)).toBe(1.01)
  expect(rounded(-1.005, 2)).toBe(-1.01)
  expect(rounded(0.5)).toBe(1)
})

test('of decimals that are no number from 0 to 12 is absent rather than a guess', () => {
  for (const decimals of [-1, 13, null]) expect(rounded(1.5, decimals)).toBeNull()
})
