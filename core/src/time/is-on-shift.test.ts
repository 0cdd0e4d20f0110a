import { describe, expect, it } from 'vitest'
import { isOnLeave } from './is-on-leave.ts'
import { isOnShift } from './is-on-shift.ts'
import { hoursOf, nightWeek, officeWeek, shanghai } from './time.fixture.ts'

const facts = { shift: officeWeek, hours: hoursOf(officeWeek), timeZone: 'Asia/Shanghai' }

describe('isOnShift', () => {
  it('is true from the first minute to before the last', () => {
    expect(isOnShift(shanghai('2026-11-20 08:59'), facts)).toBe(false)
    expect(isOnShift(shanghai('2026-11-20 09:00'), facts)).toBe(true)
    expect(isOnShift(shanghai('2026-11-20 12:00'), facts)).toBe(false)
    expect(isOnShift(shanghai('2026-11-20 17:59'), facts)).toBe(true)
    expect(isOnShift(shanghai('2026-11-20 18:00'), facts)).toBe(false)
  })

  it('holds through midnight on a night shift', () => {
    const nights = { ...facts, shift: nightWeek }
    for (const wall of ['2026-11-18 22:00', '2026-11-18 23:59', '2026-11-19 00:00', '2026-11-19 05:59'])
      expect(isOnShift(shanghai(wall), nights)).toBe(true)
    expect(isOnShift(shanghai('2026-11-19 06:00'), nights)).toBe(false)
  })

  it('gives everybody the statutory holidays and the make-up days of the calendar', () => {
    expect(isOnShift(shanghai('2026-10-05 10:00'), facts)).toBe(false)
    expect(isOnShift(shanghai('2026-10-10 10:00'), facts)).toBe(true)
    expect(isOnShift(shanghai('2026-10-17 10:00'), facts)).toBe(false)
  })

  it('takes the calendar for people without a shift, and everybody is there when there is neither', () => {
    expect(isOnShift(shanghai('2026-11-20 10:00'), { ...facts, shift: null })).toBe(true)
    expect(isOnShift(shanghai('2026-11-21 10:00'), { ...facts, shift: null })).toBe(false)
    expect(isOnShift(shanghai('2026-11-21 03:00'), { shift: null, hours: null, timeZone: 'Asia/Shanghai' })).toBe(true)
    expect(isOnShift(shanghai('2026-10-05 10:00'), { shift: officeWeek, hours: null, timeZone: 'Asia/Shanghai' })).toBe(true)
  })
})

describe('isOnLeave', () => {
  const leaves = [
    { from: '2026-11-20', to: '2026-11-21' },
    { from: '2026-12-01', to: null },
  ]
  const on = (wall: string): boolean => isOnLeave(shanghai(wall), leaves, 'Asia/Shanghai')

  it('covers both civil days whole, in the zone', () => {
    expect(on('2026-11-19 23:59')).toBe(false)
    expect(on('2026-11-20 00:00')).toBe(true)
    expect(on('2026-11-21 23:59')).toBe(true)
    expect(on('2026-11-22 00:00')).toBe(false)
  })

  it('goes on when no end is known', () => expect(on('2030-01-01 00:00')).toBe(true))
})
