import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundDown } from './round-down.ts'
import { ask } from '../kit/testing/ask.ts'

const cut = ask(roundDown)

test('goes towards zero by less than one of the last decimal', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (thousandths) => {
      const result = Math.round(Number(cut(thousandths / 1_000, 2)) * 1_000)
      expect(Math.abs(result)).toBeLessThanOrEqual(Math.abs(thousandths))
      expect(Math.abs(thousandths) - Math.abs(result)).toBeLessThan(10)
    }),
  )
})

test('a discount is never rounded in the customer’s disfavour by binary noise', () => {
  expect(cut(4.35, 2)).toBe(4.35)
  expect(cut(-0.009, 2)).toBe(0)
})
