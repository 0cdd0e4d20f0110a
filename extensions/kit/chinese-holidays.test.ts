import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workingCalendarSchema } from '@jieli/core/time/working-calendar'
import { addWorkingMinutes, workingMinutesBetween } from '@jieli/core/time/working-time'
import { chineseHolidays } from './chinese-holidays.ts'

describe('Chinese statutory days', () => {
  it('knows National Day 2026 with both make-up days', () => {
    expect(
      Object.entries(chineseHolidays)
        .filter(([date]) => date >= '2026-09-01' && date <= '2026-10-31')
        .map(([date, { kind, name }]) => `${date} ${kind} ${name}`)
        .sort(),
    ).toMatchInlineSnapshot(`
        [
          "2026-09-20 workday 国庆节",
          "2026-09-25 holiday 中秋",
          "2026-09-26 holiday 中秋",
          "2026-09-27 holiday 中秋",
          "2026-10-01 holiday 国庆节",
          "2026-10-02 holiday 国庆节",
          "2026-10-03 holiday 国庆节",
          "2026-10-04 holiday 国庆节",
          "2026-10-05 holiday 国庆节",
          "2026-10-06 holiday 国庆节",
          "2026-10-07 holiday 国庆节",
          "2026-10-10 workday 国庆节",
        ]
      `)
  })

  it('says nothing about ordinary days', () => {
    expect(chineseHolidays['2026-11-20']).toBeUndefined()
    expect(chineseHolidays['2026-11-21']).toBeUndefined()
  })
})

/** The State Council's notices as collected by holiday-cn; compared where somebody has laid them out beside the repository. */
const notices = new URL('../../../shared/data/cn_workdays/', import.meta.url)

describe.runIf(existsSync(notices))('against the notices of the State Council', () => {
  it.for([2024, 2025, 2026])('agrees on every day of %i', (year) => {
    const { days } = JSON.parse(readFileSync(new URL(`${year}.json`, notices), 'utf8')) as {
      days: { date: string; isOffDay: boolean }[]
    }
    const listed = days.filter(({ date }) => date.startsWith(`${year}-`))
    expect(listed.length).toBeGreaterThan(20)
    for (const { date, isOffDay } of listed)
      expect([date, chineseHolidays[date]?.kind]).toEqual([date, isOffDay ? 'holiday' : 'workday'])
    const known = Object.keys(chineseHolidays).filter((date) => date.startsWith(`${year}-`))
    expect(known.sort()).toEqual(listed.map(({ date }) => date).sort())
  })
})

describe('a working calendar with these days', () => {
  const week = [...Array.from({ length: 5 }, (): [string, string][] => [['09:00', '18:00']]), [], []]
  const hours = { calendar: workingCalendarSchema.parse({ id: 'office', label: '工作日', week }), holidays: chineseHolidays }

  it('is due after National Day, and works its make-up Saturday', () => {
    expect(addWorkingMinutes('2026-09-30T17:00:00+08:00', 120, hours)).toMatchObject({ dueAt: '2026-10-08T02:00:00.000Z' })
    expect(addWorkingMinutes('2026-10-09T17:30:00+08:00', 60, hours)).toMatchObject({ dueAt: '2026-10-10T01:30:00.000Z' })
  })

  it('has 248 working days in 2026', () => {
    expect(workingMinutesBetween('2026-01-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00', hours)).toBe(248 * 9 * 60)
  })
})
