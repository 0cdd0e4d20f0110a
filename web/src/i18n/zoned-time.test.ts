import { expect, test } from 'vitest'
import fc from 'fast-check'
import { clockOf, dayOf, dueGroupOf, dueText, durationText, instantAt, momentText } from './zoned-time.ts'

const timeZone = 'Asia/Shanghai'
const now = Date.parse('2026-11-21T02:42:00Z')
const zh = { timeZone, locale: 'zh-CN' } as const

test('an overdue time says by how much', () => {
  expect(dueText('2026-11-21T00:30:00Z', now, zh)).toEqual({ text: '逾期2小时', tone: 'err' })
  expect(dueText('2026-11-21T02:04:00Z', now, zh)).toEqual({ text: '逾期38分', tone: 'err' })
})

test('the last hour counts down, the rest of the day is a clock time, then a date', () => {
  expect(dueText('2026-11-21T03:04:00Z', now, zh)).toEqual({ text: '还剩22分', tone: 'warn' })
  expect(dueText('2026-11-21T07:30:00Z', now, zh).text).toBe('15:30')
  expect(dueText('2026-11-22T07:30:00Z', now, zh).text).toBe('11月22日')
  expect(dueText('2027-01-02T07:30:00Z', now, zh).text).toBe('2027年1月2日')
})

test("days are the workspace zone's, not the machine's", () => {
  expect(dayOf('2026-11-20T16:30:00Z', timeZone)).toBe('2026-11-21')
  expect(dueGroupOf('2026-11-21T15:59:00Z', now, timeZone)).toBe('today')
  expect(dueGroupOf('2026-11-21T16:00:00Z', now, timeZone)).toBe('week')
  expect(dueGroupOf('2026-11-22T16:00:00Z', now, timeZone)).toBe('later')
  expect(dueGroupOf(null, now, timeZone)).toBe('none')
})

test('moments near now are said with a word', () => {
  expect(momentText('2026-11-20T12:15:00Z', now, zh)).toBe('昨天20:15')
  expect(momentText('2026-11-22T06:00:00Z', now, zh)).toBe('明天14:00')
})

test('a wall-clock time becomes the instant at which the zone shows it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), (date) => {
      const minutes = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString()
      expect(instantAt(dayOf(minutes, timeZone), clockOf(minutes, timeZone), timeZone)).toBe(minutes)
    }),
  )
})

test('durations use the largest unit that fits', () => {
  expect(durationText(47 * 3_600_000, 'zh-CN')).toBe('47小时')
  expect(durationText(72 * 3_600_000, 'zh-CN')).toBe('3天')
  expect(durationText(-5, 'en')).toBe('0 min')
})
