import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './add-days.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'
import { weekdayOf } from './weekday-of.ts'

const weekday = ask(weekdayOf)

test('goes from 1 to 7 and begins again, on every day of the calendar', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(weekday(ask(addDays)(day, 1))).toBe((Number(weekday(day)) % 7) + 1)
    }),
  )
})

test('22 November 2026 is a Sunday, and Sunday is 7, not 0', () => {
  expect(weekday('2026-11-22')).toBe(7)
})
