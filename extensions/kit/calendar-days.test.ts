import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysFrom, wallClock, withOffset } from './calendar-days.ts'

describe('calendar days', () => {
  it('begins with the day it is in the zone, not in UTC', () => {
    expect(daysFrom('2026-11-21T16:30:00Z', 'Asia/Shanghai', 2)).toEqual([
      { date: '2026-11-22', weekday: 6 },
      { date: '2026-11-23', weekday: 0 },
    ])
  })

  it('runs over the end of months and years', () => {
    expect(daysFrom('2027-12-31T03:00:00Z', 'Asia/Shanghai', 2).map(({ date }) => date)).toEqual(['2027-12-31', '2028-01-01'])
  })

  it('writes the offset of the zone at that moment, summer time included', () => {
    expect(withOffset('2026-11-22T14:00', 'Asia/Shanghai')).toBe('2026-11-22T14:00+08:00')
    expect(withOffset('2026-07-01T14:00', 'Europe/Berlin')).toBe('2026-07-01T14:00+02:00')
    expect(withOffset('2026-01-01T14:00', 'UTC')).toBe('2026-01-01T14:00+00:00')
    expect(withOffset('2026-01-01T14:00:30', 'America/St_Johns')).toBe('2026-01-01T14:00:30-03:30')
  })

  it('moves a skipped time past the gap and takes the second of a repeated one', () => {
    expect(new Date(withOffset('2026-03-08T02:30', 'America/New_York')).toISOString()).toBe('2026-03-08T07:30:00.000Z')
    expect(withOffset('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T01:30-05:00')
  })

  it('reads back every wall clock it was given', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (date) => {
        const wall = date.toISOString().slice(0, 16)
        expect(wallClock(new Date(withOffset(wall, 'Asia/Shanghai')), 'Asia/Shanghai')).toBe(wall)
      }),
    )
  })
})
