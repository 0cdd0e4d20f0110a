import { describe, expect, it } from 'vitest'
import { fieldMeta } from '../data/meta.fixture.ts'
import { dayOfValue, daysBetween, inDays, monthDays, onDay, stepMonth } from './days.ts'

const zone = 'Asia/Shanghai'
const at = fieldMeta('at', { type: 'instant' })
const on = fieldMeta('on', { type: 'date' })

describe('days of a calendar', () => {
  it('an instant stands on the day of the company’s zone, also near midnight', () => {
    expect(dayOfValue(at, '2026-11-21T16:30:00.000Z', zone)).toBe('2026-11-22')
    expect(dayOfValue(on, '2026-11-21', zone)).toBe('2026-11-21')
    expect(dayOfValue(on, null, zone)).toBeNull()
  })

  it('moved to another day, an instant keeps its time of day', () => {
    expect(onDay(at, '2026-11-21T16:30:00.000Z', '2026-11-25', zone)).toBe('2026-11-24T16:30:00.000Z')
    expect(onDay(on, '2026-11-21', '2026-11-25', zone)).toBe('2026-11-25')
    expect(onDay(at, null, '2026-11-25', zone)).toBe('2026-11-25T01:00:00.000Z')
  })

  it('a month is six weeks from a Monday', () => {
    const days = monthDays('2026-11-22')
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-10-26', '2026-12-06', 42])
    expect(monthDays('2027-02-10')[0]).toBe('2027-02-01')
  })

  it('months follow each other over the year’s end', () => {
    expect(stepMonth('2026-12-31', 1)).toBe('2027-01-01')
    expect(stepMonth('2026-01-31', -1)).toBe('2025-12-01')
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  })

  it('asks for the days in the zone, ends included', () => {
    expect(inDays({ start: at }, { from: '2026-11-01', to: '2026-11-30' }, zone)).toEqual({
      call: 'and',
      args: [
        { call: 'lessThan', args: [{ field: 'at' }, { value: '2026-11-30T16:00:00.000Z' }] },
        { call: 'atLeast', args: [{ field: 'at' }, { value: '2026-10-31T16:00:00.000Z' }] },
      ],
    })
    expect(inDays({ start: on, end: on }, { from: '2026-11-01', to: '2026-11-30' }, zone)).toMatchObject({ call: 'or' })
  })
})
