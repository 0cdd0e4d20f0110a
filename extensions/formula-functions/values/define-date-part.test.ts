import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../day-of.ts'
import { monthOf } from '../month-of.ts'
import { anyInstant, ask } from '../../kit/testing/ask.ts'
import { yearOf } from '../year-of.ts'
import { dateIn } from './date-in.ts'

test('year, month and day make the date of the place', () => {
  fc.assert(
    fc.property(anyInstant, (time) => {
      const [year, month, day] = [yearOf, monthOf, dayOf].map((fn) => String(ask(fn)(time)).padStart(2, '0'))
      expect(`${year}-${month}-${day}`).toBe(dateIn(time, 'Asia/Shanghai'))
    }),
  )
})

test('the new year begins in Shanghai while it is still the old one in UTC', () => {
  expect(ask(yearOf)('2026-12-31T16:00:00Z')).toBe(2027)
  expect(ask(yearOf, { timeZone: 'UTC' })('2026-12-31T16:00:00Z')).toBe(2026)
})
