import { expect, it } from 'vitest'
import { officeWeek } from './time.fixture.ts'
import { clockRangeSchema, clockTimeSchema, workingCalendarSchema } from './working-calendar.ts'

it('knows times a clock shows, and 24:00 as the end of a day', () => {
  for (const time of ['00:00', '09:05', '23:59', '24:00']) expect(clockTimeSchema.safeParse(time).success, time).toBe(true)
  for (const time of ['24:01', '9:00', '12:60', '12', '']) expect(clockTimeSchema.safeParse(time).success, time).toBe(false)
})

it('takes no stretch that ends before it begins, or at once', () => {
  expect(clockRangeSchema.safeParse(['22:00', '24:00']).success).toBe(true)
  expect(clockRangeSchema.safeParse(['22:00', '06:00']).success).toBe(false)
  expect(clockRangeSchema.safeParse(['09:00', '09:00']).success).toBe(false)
})

it('needs seven days, a zone that exists, and exceptions on days that exist', () => {
  const calendar = { id: 'c', label: '校区时间', week: officeWeek }
  expect(workingCalendarSchema.parse(calendar)).toMatchObject({
    timeZone: 'Asia/Shanghai',
    chineseHolidays: true,
    exceptions: {},
  })
  expect(workingCalendarSchema.safeParse({ ...calendar, week: officeWeek.slice(1) }).success).toBe(false)
  expect(workingCalendarSchema.safeParse({ ...calendar, timeZone: 'Asia/Nanjing' }).success).toBe(false)
  expect(workingCalendarSchema.safeParse({ ...calendar, exceptions: { '2026-02-30': [] } }).success).toBe(false)
})
