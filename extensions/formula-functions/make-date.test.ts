import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from './day-of.ts'
import { makeDate } from './make-date.ts'
import { monthOf } from './month-of.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'
import { yearOf } from './year-of.ts'

const made = ask(makeDate)

test('puts together what year, month and day were taken from', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(made(ask(yearOf)(day), ask(monthOf)(day), ask(dayOf)(day))).toBe(day)
    }),
  )
})

test('twelve months more are a year more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: -24, max: 24 }),
      fc.integer({ min: -40, max: 70 }),
      (y, m, d) => {
        expect(made(y, m + 12, d)).toBe(made(y + 1, m, d))
      },
    ),
  )
})

test('day 0 is the last of the month before, leap year or not', () => {
  expect(made(2024, 3, 0)).toBe('2024-02-29')
  expect(made(2026, 1, 0)).toBe('2025-12-31')
})
