import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './add-days.ts'
import { addMinutes } from './add-minutes.ts'
import { dateAdd } from './date-add.ts'
import { anyDate, anyInstant, ask } from '../kit/testing/ask.ts'

const later = ask(dateAdd)
const count = fc.integer({ min: -500, max: 500 })

test('weeks are sevens of days, hours sixties of minutes, years twelves of months', () => {
  fc.assert(
    fc.property(anyDate, anyInstant, count, (day, time, many) => {
      expect(later(day, many, '周')).toBe(ask(addDays)(day, many * 7))
      expect(later(time, many, '小时')).toBe(ask(addMinutes)(time, many * 60))
      expect(later(day, Math.trunc(many / 12), '年')).toBe(later(day, Math.trunc(many / 12) * 12, '个月'))
    }),
  )
})

test('a month after 31 January is the end of February; twice a month is not two months', () => {
  expect(later('2026-01-31', 1, 'month')).toBe('2026-02-28')
  expect(later(later('2026-01-31', 1, 'month'), 1, 'month')).toBe('2026-03-28')
  expect(later('2026-01-31', 2, 'month')).toBe('2026-03-31')
})

test('a day later the clock on the wall shows the same, though that day had 23 hours', () => {
  const losAngeles = ask(dateAdd, { timeZone: 'America/Los_Angeles' })
  expect(losAngeles('2026-03-07T20:00:00Z', 1, 'day')).toBe('2026-03-08T19:00:00.000Z')
})

test('a date has no hours to add', () => {
  expect(later('2026-11-21', 1, '小时')).toBeNull()
})
