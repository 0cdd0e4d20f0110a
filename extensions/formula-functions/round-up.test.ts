import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundUp } from './round-up.ts'
import { ask } from '../kit/testing/ask.ts'

const up = ask(roundUp)

test('goes away from zero by less than one of the last decimal', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (thousandths) => {
      const result = Math.round(Number(up(thousandths / 1_000, 2)) * 1_000)
      expect(Math.abs(result)).toBeGreaterThanOrEqual(Math.abs(thousandths))
      expect(Math.abs(result) - Math.abs(thousandths)).toBeLessThan(10)
    }),
  )
})

test('leaves what needs no rounding, though a double holds it as a little more', () => {
  expect(up(1.1, 1)).toBe(1.1)
  expect(up(0)).toBe(0)
})
