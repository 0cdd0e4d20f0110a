import { formatCivilDate, inRange, parseCivilDate, weekdayOfDay, type FormulaFunction } from '@jieli/core'
import { knownDateSql } from './values/calendar.ts'
import { asWhole } from './values/decimal.ts'
import { shared, sharedPair, wholeSql } from './values/sql-text.ts'
import { workday, workdaySql, workdaysSql, workdaysUpTo } from './values/workdays.ts'

const bounds = { min: -10_000, max: 10_000 }

export const addWorkdays: FormulaFunction = {
  name: 'addWorkdays',
  label: { 'zh-CN': '加工作日', en: 'add workdays' },
  aliases: ['WORKDAY'],
  help: {
    'zh-CN': '只数星期一到星期五；不看节假日和调休',
    en: 'Counts Mondays to Fridays only; holidays are not considered',
  },
  params: [
    { name: 'date', type: 'date' },
    { name: 'days', type: 'number' },
  ],
  returns: 'date',
  evaluate: ([date, days]) => {
    const start = typeof date === 'string' ? parseCivilDate(date) : null
    const count = asWhole(days, bounds)
    if (start === null || count === null) return null
    // Going back from a weekend, its Friday is the first.
    const isPastFriday = count < 0 && weekdayOfDay(start) > 5
    const end = count === 0 ? start : workday(workdaysUpTo(start) + count + (isPastFriday ? 1 : 0))
    return inRange(end) ? formatCivilDate(end) : null
  },
  sql: ([date = 'NULL', days = 'NULL']) =>
    shared(
      sharedPair({ a: date, b: wholeSql(days, bounds) }, (d, n) => {
        const isPastFriday = `${n} < 0 AND extract(isodow FROM ${d}) > 5`
        const target = `(${workdaysSql(d)} + ${n} + CASE WHEN ${isPastFriday} THEN 1 ELSE 0 END)`
        return `CASE WHEN ${n} = 0 THEN ${d} ELSE ${workdaySql(target)} END`
      }),
      knownDateSql,
    ),
  sentence: ([date, days], locale) => (locale === 'zh-CN' ? `${date} 之后 ${days} 个工作日` : `${days} workdays after ${date}`),
  examples: [
    { args: ['2026-11-20', 1], result: '2026-11-23' },
    { args: ['2026-11-22', -1], result: '2026-11-20' },
    { args: ['2026-11-21', 0], result: '2026-11-21' },
    { args: ['2026-11-23', -5], result: '2026-11-16' },
  ],
}
