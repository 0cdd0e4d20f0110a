import { expect, test } from 'vitest'
import { workingCalendarSchema, type WorkingHours } from '@jieli/core'
import { nextDigest } from './next-digest.ts'

const timeZone = 'Asia/Shanghai'
const day: [string, string][] = [['09:00', '18:00']]
const hours: WorkingHours = {
  calendar: workingCalendarSchema.parse({
    id: 'office',
    label: '办公',
    week: [day, day, day, day, day, [], []],
    exceptions: { '2026-11-23': [] },
  }),
  holidays: {},
}
const daily = { cadence: 'daily', weekday: null, at: '09:00' } as const
const mondays = { cadence: 'weekly', weekday: 0, at: '09:00' } as const

test('a daily one comes on the next working day, never at the moment it was sent', () => {
  expect(nextDigest(daily, '2026-11-19T00:59:00.000Z', { timeZone, hours })).toBe('2026-11-19T01:00:00.000Z')
  expect(nextDigest(daily, '2026-11-19T01:00:00.000Z', { timeZone, hours })).toBe('2026-11-20T01:00:00.000Z')
  // Friday evening: over the weekend and the holiday that the Monday is.
  expect(nextDigest(daily, '2026-11-20T10:00:00.000Z', { timeZone, hours })).toBe('2026-11-24T01:00:00.000Z')
})

test('a weekly one whose day is a holiday comes on the next working day, and the week after on its own', () => {
  expect(nextDigest(mondays, '2026-11-20T10:00:00.000Z', { timeZone, hours })).toBe('2026-11-24T01:00:00.000Z')
  expect(nextDigest(mondays, '2026-11-23T10:00:00.000Z', { timeZone, hours })).toBe('2026-11-24T01:00:00.000Z')
  expect(nextDigest(mondays, '2026-11-24T01:00:00.000Z', { timeZone, hours })).toBe('2026-11-30T01:00:00.000Z')
})

test('without a calendar every day counts', () => {
  expect(nextDigest(daily, '2026-11-20T10:00:00.000Z', { timeZone, hours: null })).toBe('2026-11-21T01:00:00.000Z')
})
