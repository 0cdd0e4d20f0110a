import { expect, test } from 'vitest'
import { endOfMonth } from '../end-of-month.ts'
import { endOfWeek } from '../end-of-week.ts'
import { endOfYear } from '../end-of-year.ts'
import { ask } from '../../kit/testing/ask.ts'

test('a month ends on its own last day', () => {
  expect(['2026-02-10', '2024-02-10', '2100-02-10', '2026-04-30'].map((day) => ask(endOfMonth)(day))).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2100-02-28',
    '2026-04-30',
  ])
})

test('the day of a moment is the one in Shanghai: Sunday half past midnight ends this week, not the last', () => {
  expect(ask(endOfWeek)('2026-11-22T16:30:00Z')).toBe('2026-11-29')
  expect(ask(endOfYear)('2026-12-31T16:00:00Z')).toBe('2027-12-31')
})

test('gives a date for a moment, and none for none', () => {
  expect(ask(endOfWeek)(null)).toBeNull()
})
