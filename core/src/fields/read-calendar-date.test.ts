import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isCalendarDay, readCalendarDate } from './read-calendar-date.ts'

it.each(['2026-3-8', '2026/03/08', '2026.3.8', '2026年3月8日', '2026 年 3 月 8 日', '20260308', '2026–3–8'])(
  'reads %s',
  (text) => {
    expect(readCalendarDate(text)).toBe('2026-03-08')
  },
)

it.each(['', '26-3-8', '2026-13-1', '2026-02-29', '2026-0-1', '2026-3', '202638', '0999-01-01', '明天'])(
  'takes %j for no day',
  (text) => {
    expect(readCalendarDate(text)).toBeNull()
  },
)

it('reads back every day there is, and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (...day) => {
        const [year, month, date] = day
        const text = [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
        const isDay = !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
        expect(isCalendarDay(...day)).toBe(isDay)
        expect(readCalendarDate(text)).toBe(isDay ? text : null)
      },
    ),
  )
})
