import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chineseHolidays } from './chinese-holidays.ts'

describe('Chinese statutory days', () => {
  it('knows National Day 2026 with both make-up days', () => {
    expect(Object.entries(chineseHolidays).filter(([date]) => date >= '2026-09-01' && date <= '2026-10-31').map(([date, { kind, name }]) => `${date} ${kind} ${name}`).sort())
      .toMatchInlineSnapshot(`
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
    const { days } = JSON.parse(readFileSync(new URL(`${year}.json`, notices), 'utf8')) as { days: { date: string; isOffDay: boolean }[] }
    const listed = days.filter(({ date }) => date.startsWith(`${year}-`))
    expect(listed.length).toBeGreaterThan(20)
    for (const { date, isOffDay } of listed) expect([date, chineseHolidays[date]?.kind]).toEqual([date, isOffDay ? 'holiday' : 'workday'])
    const known = Object.keys(chineseHolidays).filter((date) => date.startsWith(`${year}-`))
    expect(known.sort()).toEqual(listed.map(({ date }) => date).sort())
  })
})
