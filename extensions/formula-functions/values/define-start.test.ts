import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfMonth } from '../end-of-month.ts'
import { endOfQuarter } from '../end-of-quarter.ts'
import { endOfWeek } from '../end-of-week.ts'
import { endOfYear } from '../end-of-year.ts'
import { startOfDay } from '../start-of-day.ts'
import { startOfMonth } from '../start-of-month.ts'
import { startOfQuarter } from '../start-of-quarter.ts'
import { startOfWeek } from '../start-of-week.ts'
import { startOfYear } from '../start-of-year.ts'
import { anyDate, anyInstant, ask } from '../../kit/testing/ask.ts'

const pairs = fc.constantFrom(
  [startOfWeek, endOfWeek] as const,
  [startOfMonth, endOfMonth] as const,
  [startOfQuarter, endOfQuarter] as const,
  [startOfYear, endOfYear] as const,
)

test('every day lies between the start and the end of its period, which have the same start', () => {
  fc.assert(
    fc.property(anyDate, pairs, (day, [start, end]) => {
      const [first, last] = [String(ask(start)(day)), String(ask(end)(day))]
      expect(first <= day && day <= last).toBe(true)
      expect(ask(start)(first)).toBe(first)
      expect(ask(start)(last)).toBe(first)
    }),
  )
})

test('the start of a moment’s day is no later than it, and less than 25 hours before', () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'UTC'), (time, timeZone) => {
      const before = Date.parse(time) - Date.parse(String(ask(startOfDay, { timeZone })(time)))
      expect(before).toBeGreaterThanOrEqual(0)
      expect(before).toBeLessThan(25 * 3_600_000)
    }),
  )
})
