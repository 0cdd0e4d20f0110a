import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCivilDate, parseCivilDate } from '@jieli/core'
import { addMonths, civilParts, monthsBetween } from './calendar.ts'

const day = fc.integer({ min: -20_000, max: 40_000 })
const at = (text: string): number => parseCivilDate(text) ?? NaN

test('a day that a month lacks is its last', () => {
  expect(formatCivilDate(addMonths(at('2026-01-31'), 1))).toBe('2026-02-28')
  expect(formatCivilDate(addMonths(at('2024-02-29'), 12))).toBe('2025-02-28')
})

test('moved by whole months, the month is that many later', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -500, max: 500 }), (from, months) => {
      const [a, b] = [civilParts(from), civilParts(addMonths(from, months))]
      expect((b.year - a.year) * 12 + b.month - a.month).toBe(months)
    }),
  )
})

test('the months between are the most that can be added without passing', () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 10_000 }), (from, later) => {
      const months = monthsBetween(from, from + later)
      // 31 January to 28 February is not a full month yet.
      expect(months === 0 || addMonths(from, months) <= from + later).toBe(true)
      expect(addMonths(from, months + 2)).toBeGreaterThan(from + later)
      expect(monthsBetween(from + later, from)).toBeLessThanOrEqual(0)
    }),
  )
})
