import { dayNumber, formatCivilDate, inRange, type FormulaFunction } from '@jieli/core'
import { knownDateSql } from './values/calendar.ts'
import { asWhole } from './values/decimal.ts'
import { shared, wholeSql } from './values/sql-text.ts'

const bounds = {
  year: { min: 1, max: 9_999 },
  month: { min: -1_200, max: 1_200 },
  day: { min: -100_000, max: 100_000 },
}

export const makeDate: FormulaFunction = {
  name: 'makeDate',
  label: { 'zh-CN': '组成日期', en: 'make a date' },
  aliases: ['DATE'],
  help: {
    'zh-CN': '月和日可以超出：13 月是下一年的 1 月，0 日是上个月的最后一天',
    en: 'Months and days may overflow: month 13 is January, day 0 the last of the month before',
  },
  params: [
    { name: 'year', type: 'number' },
    { name: 'month', type: 'number' },
    { name: 'day', type: 'number' },
  ],
  returns: 'date',
  evaluate: ([year, month, day]) => {
    const [y, m, d] = [asWhole(year, bounds.year), asWhole(month, bounds.month), asWhole(day, bounds.day)]
    const days = y === null || m === null || d === null ? null : dayNumber(y, m, d)
    return days !== null && inRange(days) ? formatCivilDate(days) : null
  },
  sql: ([year = 'NULL', month = 'NULL', day = 'NULL']) =>
    shared(
      `(make_date(${wholeSql(year, bounds.year)}, 1, 1) + make_interval(months => ${wholeSql(month, bounds.month)} - 1))::date + ${wholeSql(day, bounds.day)} - 1`,
      knownDateSql,
    ),
  sentence: ([year, month, day], locale) =>
    locale === 'zh-CN' ? `${year} 年 ${month} 月 ${day} 日` : `the date ${year}-${month}-${day}`,
  examples: [
    { args: [2026, 11, 22], result: '2026-11-22' },
    { args: [2026, 13, 0], result: '2026-12-31' },
    { args: [0, 1, 1], result: null },
  ],
}
