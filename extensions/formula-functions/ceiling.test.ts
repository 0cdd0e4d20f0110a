import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ceiling } from './ceiling.ts'
import { ask } from '../kit/testing/ask.ts'

const up = ask(ceiling)
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })

test('is the least multiple that is not smaller', () => {
  fc.assert(
    fc.property(cents, fc.integer({ min: 1, max: 5_000 }), (number, step) => {
      const result = Math.round(Number(up(number / 100, step / 100)) * 100)
      expect(result).toBeGreaterThanOrEqual(number)
      expect(result - step).toBeLessThan(number)
      expect(Math.abs(result % step)).toBe(0)
    }),
  )
})

test('leaves a multiple of a tenth where it is, which binary fractions would lift', () => {
  expect(up(0.3, 0.1)).toBe(0.3)
  expect(up(1.1, 0.1)).toBe(1.1)
})

test('knows no multiples of zero, of less than zero or of nothing', () => {
  for (const step of [0, -5, null]) expect(up(7, step)).toBeNull()
})
