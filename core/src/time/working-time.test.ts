import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkingHours } from './working-calendar.ts'
import { workingCalendarSchema } from './working-calendar.ts'
import { addWorkingMinutes, workingMinutesBetween, type DueResult } from './working-time.ts'
import { hoursOf, nightWeek, officeWeek, shanghai } from './time.fixture.ts'

const office = hoursOf(officeWeek)
const due = (result: DueResult): string => {
  if (result.kind === 'never') throw new Error('never due')
  return result.dueAt
}
const add = (start: string, minutes: number, hours: WorkingHours | null = office): string =>
  due(addWorkingMinutes(start, minutes, hours))

describe('addWorkingMinutes', () => {
  it('runs day and night without a calendar', () => {
    expect(add('2026-11-20T15:59:00Z', 48 * 60, null)).toBe('2026-11-22T15:59:00.000Z')
  })

  it('counts lunch, the evening and the weekend out', () => {
    expect(add(shanghai('2026-11-20 11:30'), 60)).toBe(shanghai('2026-11-20 14:00'))
    expect(add(shanghai('2026-11-20 17:30'), 60)).toBe(shanghai('2026-11-23 09:30'))
  })

  it('starts at the next opening when the clock is started outside hours', () => {
    for (const start of ['2026-11-20 18:00', '2026-11-20 23:59', '2026-11-21 00:00', '2026-11-22 12:00', '2026-11-23 08:59']) {
      expect(add(shanghai(start), 30)).toBe(shanghai('2026-11-23 09:30'))
    }
  })

  it('is due at closing time, not at the next opening, when it ends exactly then', () => {
    expect(add(shanghai('2026-11-20 17:00'), 60)).toBe(shanghai('2026-11-20 18:00'))
  })

  it('passes over National Day 2026 and works the make-up days', () => {
    expect(add(shanghai('2026-09-30 17:00'), 120)).toBe(shanghai('2026-10-08 10:00'))
    expect(add(shanghai('2026-10-09 17:30'), 60)).toBe(shanghai('2026-10-10 09:30'))
    expect(add(shanghai('2026-10-10 17:30'), 60)).toBe(shanghai('2026-10-12 09:30'))
    expect(add(shanghai('2026-09-20 09:00'), 60)).toBe(shanghai('2026-09-20 10:00'))
  })

  it('lets a campus that opens on Sundays keep its Sunday hours on a make-up day, and ignore the holidays if it says so', () => {
    const sundays = hoursOf([...officeWeek.slice(0, 6), [['14:00', '20:00']]])
    expect(add(shanghai('2026-09-20 09:00'), 60, sundays)).toBe(shanghai('2026-09-20 15:00'))
    const always = { ...office, calendar: { ...office.calendar, chineseHolidays: false } }
    expect(add(shanghai('2026-10-01 10:00'), 30, always)).toBe(shanghai('2026-10-01 10:30'))
  })

  it('puts own exceptions before everything: a holiday worked, a workday shut', () => {
    const hours = hoursOf(officeWeek, { exceptions: { '2026-10-02': [['10:00', '12:00']], '2026-11-23': [] } })
    expect(add(shanghai('2026-10-01 09:00'), 60, hours)).toBe(shanghai('2026-10-02 11:00'))
    expect(add(shanghai('2026-11-20 18:00'), 60, hours)).toBe(shanghai('2026-11-24 10:00'))
  })

  it('joins a night shift over midnight', () => {
    const nights = hoursOf(nightWeek)
    expect(add(shanghai('2026-11-18 23:30'), 60, nights)).toBe(shanghai('2026-11-19 00:30'))
    expect(add(shanghai('2026-11-18 23:00'), 8 * 60, nights)).toBe(shanghai('2026-11-19 23:00'))
  })

  it('counts real minutes when clocks change', () => {
    const always = hoursOf(
      Array.from({ length: 7 }, () => [['00:00', '24:00']]),
      { timeZone: 'America/New_York' },
    )
    expect(add('2026-03-08T05:00:00Z', 24 * 60, always)).toBe('2026-03-09T05:00:00.000Z')
    const mornings = hoursOf(
      Array.from({ length: 7 }, () => [['01:00', '04:00']]),
      { timeZone: 'America/New_York' },
    )
    expect(workingMinutesBetween('2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z', mornings)).toBe(120)
    // 01:00 is shown twice; the second counts, so these hours are three, not four.
    expect(workingMinutesBetween('2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z', mornings)).toBe(180)
  })

  it('counts an hour once that two ranges of a day both name', () => {
    const hours = hoursOf(
      Array.from({ length: 7 }, () => [
        ['11:00', '13:00'],
        ['09:00', '12:00'],
        ['13:00', '14:00'],
      ]),
    )
    expect(workingMinutesBetween(shanghai('2026-11-20 00:00'), shanghai('2026-11-21 00:00'), hours)).toBe(300)
    expect(addWorkingMinutes(shanghai('2026-11-20 08:00'), 300, hours)).toMatchObject({
      explanation: { segments: [{ from: shanghai('2026-11-20 09:00'), minutes: 300 }] },
    })
  })

  it('goes on for longer than a year when there is a little work each week', () => {
    const saturdays = hoursOf([[], [], [], [], [], [['10:00', '11:00']], []])
    expect(add(shanghai('2026-11-21 10:00'), 60 * 60, saturdays)).toBe(shanghai('2028-01-08 11:00'))
  })

  it('says never for a calendar without working time, instead of searching on', () => {
    const shut = hoursOf(Array.from({ length: 7 }, () => []))
    expect(addWorkingMinutes('2026-11-20T00:00:00Z', 1, shut)).toMatchObject({
      kind: 'never',
      searchedDays: 366,
      calendar: { label: '校区时间' },
    })
    expect(add('2026-11-20T00:00:00Z', 0, shut)).toBe('2026-11-20T00:00:00.000Z')
    const oneDay = hoursOf(
      Array.from({ length: 7 }, () => []),
      { exceptions: { '2027-11-20': [['09:00', '10:00']] } },
    )
    expect(add(shanghai('2026-11-20 12:00'), 60, oneDay)).toBe(shanghai('2027-11-20 10:00'))
    expect(addWorkingMinutes(shanghai('2026-11-20 12:00'), 61, oneDay).kind).toBe('never')
  })
})

describe('the reckoning of a due time', () => {
  it('names every stretch that counted and every day that did not', () => {
    expect(addWorkingMinutes(shanghai('2026-09-30 18:30'), 240, office)).toMatchObject({
      kind: 'due',
      explanation: {
        calendar: { id: 'c', label: '校区时间' },
        segments: [
          { from: shanghai('2026-10-08 09:00'), to: shanghai('2026-10-08 12:00'), minutes: 180 },
          { from: shanghai('2026-10-08 13:30'), to: shanghai('2026-10-08 14:30'), minutes: 60 },
        ],
        skipped: [
          { date: '2026-09-30', why: 'outside-hours' },
          ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
            date: `2026-10-${day}`,
            why: 'holiday',
            name: '国庆节',
          })),
        ],
      },
    })
    expect(addWorkingMinutes(shanghai('2026-11-21 10:00'), 1, office)).toMatchObject({
      explanation: {
        skipped: [
          { date: '2026-11-21', why: 'weekend' },
          { date: '2026-11-22', why: 'weekend' },
        ],
      },
    })
  })

  it('adds up', () => {
    fc.assert(
      fc.property(starts, minuteCounts, calendars, (start, minutes, hours) => {
        const result = addWorkingMinutes(start, minutes, hours)
        if (result.kind === 'never') throw new Error('never due')
        const sum = result.explanation.segments.reduce((total, segment) => total + segment.minutes, 0)
        expect(sum).toBeCloseTo(minutes, 6)
        expect(result.explanation.segments.at(-1)?.to ?? result.explanation.startedAt).toBe(result.dueAt)
      }),
      { numRuns: 100 },
    )
  })
})

const starts = fc.integer({ min: Date.UTC(2026, 7, 1), max: Date.UTC(2027, 2, 1) }).map((at) => new Date(at).toISOString())
const minuteCounts = fc.integer({ min: 0, max: 6_000 })
const calendars = fc.constantFrom(
  office,
  hoursOf(nightWeek),
  hoursOf(officeWeek, { timeZone: 'America/New_York' }),
  hoursOf(nightWeek, { timeZone: 'Australia/Lord_Howe' }),
  hoursOf(officeWeek, { exceptions: { '2026-10-09': [], '2026-12-31': [['09:00', '09:30']] } }),
)

describe('for all starts, spans and calendars', () => {
  it('adding a and then b is adding a + b', () => {
    fc.assert(
      fc.property(starts, minuteCounts, minuteCounts, calendars, (start, a, b, hours) => {
        expect(add(add(start, a, hours), b, hours)).toBe(a + b === 0 ? start : add(start, a + b, hours))
      }),
      { numRuns: 150 },
    )
  })

  it('the minutes between a start and its due time are those that were added', () => {
    fc.assert(
      fc.property(starts, minuteCounts, calendars, (start, minutes, hours) => {
        expect(workingMinutesBetween(start, add(start, minutes, hours), hours)).toBeCloseTo(minutes, 6)
      }),
      { numRuns: 150 },
    )
  })

  it('who starts later is never due earlier, and more minutes are never due earlier', () => {
    fc.assert(
      fc.property(starts, starts, minuteCounts, minuteCounts, calendars, (x, y, a, b, hours) => {
        const [early, late] = x < y ? [x, y] : [y, x]
        expect(add(early, a, hours) <= add(late, a, hours)).toBe(true)
        expect(add(x, Math.min(a, b), hours) <= add(x, Math.max(a, b), hours)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('the way back counts backwards, and times over a middle add up', () => {
    fc.assert(
      fc.property(starts, starts, starts, calendars, (a, b, c, hours) => {
        const between = (from: string, to: string): number => workingMinutesBetween(from, to, hours)
        expect(between(a, b)).toBeCloseTo(-between(b, a), 6)
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 6)
      }),
      { numRuns: 60 },
    )
  })
})

describe('calendars that make no sense are refused where they are written', () => {
  const parse = (change: object): boolean =>
    workingCalendarSchema.safeParse({ id: 'c', label: 'x', week: officeWeek, ...change }).success
  it.for<[string, object]>([
    ['an end before its start', { week: [[['22:00', '06:00']], [], [], [], [], [], []] }],
    ['an hour that does not exist', { week: [[['09:00', '24:30']], [], [], [], [], [], []] }],
    ['six days', { week: officeWeek.slice(1) }],
    ['an unknown zone', { timeZone: 'Mars/Base' }],
    ['a date that does not exist', { exceptions: { '2026-02-30': [] } }],
  ])('%s', ([, change]) => expect(parse(change)).toBe(false))

  it('and sound ones are not', () => expect(parse({})).toBe(true))
})
