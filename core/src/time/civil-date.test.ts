import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  dayNumber,
  firstDay,
  firstDayOfMonth,
  firstDayOfWeek,
  formatCivilDate,
  lastDay,
  parseCivilDate,
  weekdayOfDay,
} from './civil-date.ts'

const anyDay = fc.integer({ min: firstDay, max: lastDay })

it('counts days from 1970, at both edges too', () => {
  expect(parseCivilDate('1970-01-01')).toBe(0)
  expect(parseCivilDate('2026-11-21')).toBe(Date.UTC(2026, 10, 21) / 86_400_000)
  expect([parseCivilDate('0001-01-01'), parseCivilDate('9999-12-31')]).toEqual([firstDay, lastDay])
})

it.each(['2026-02-30', '2026-13-01', '2026-00-10', '0000-12-31', '10000-01-01', '2026-1-1', '2026-11-21T00:00Z', ''])(
  'knows that %j is no day',
  (text) => {
    expect(parseCivilDate(text)).toBeNull()
  },
)

it('reads every day it writes', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(parseCivilDate(formatCivilDate(day))).toBe(day)
    }),
  )
})

it('begins every week on a Monday, not later and less than seven days before', () => {
  expect(weekdayOfDay(0)).toBe(4)
  fc.assert(
    fc.property(anyDay, (day) => {
      const monday = firstDayOfWeek(day)
      expect(weekdayOfDay(monday)).toBe(1)
      expect(day - monday).toBe(weekdayOfDay(day) - 1)
      expect(weekdayOfDay(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay())
    }),
  )
})

it('lets months overflow, and does not take the years 0–99 for 1900–1999', () => {
  expect(dayNumber(2026, 13, 1)).toBe(dayNumber(2027, 1, 1))
  expect(formatCivilDate(dayNumber(50, 1, 1))).toBe('0050-01-01')
  expect(formatCivilDate(firstDayOfMonth(dayNumber(2026, 12, 31), 2))).toBe('2027-02-01')
})
