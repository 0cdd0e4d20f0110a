import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ceiling } from './ceiling.ts'
import { floor } from './floor.ts'
import { ask } from '../kit/testing/ask.ts'

const down = ask(floor)
const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })

test('is the greatest multiple that is not greater', () => {
  fc.assert(
    fc.property(cents, fc.integer({ min: 1, max: 5_000 }), (number, step) => {
      const result = Math.round(Number(down(number / 100, step / 100)) * 100)
      expect(result).toBeLessThanOrEqual(number)
      expect(result + step).toBeGreaterThan(number)
      expect(Math.abs(result % step)).toBe(0)
    }),
  )
})

test('mirrors the ceiling of the negative', () => {
  fc.assert(
    fc.property(cents, (number) => {
      expect(Number(down(number / 100))).toBe(0 - Number(ask(ceiling)(-number / 100)))
    }),
  )
})
