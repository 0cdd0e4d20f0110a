import { parseCivilDate, weekdayOfDay, type FormulaFunction } from '@jieli/core'
import { dateIn } from './values/date-in.ts'
import { wallSql } from './values/sql-text.ts'

export const weekdayOf: FormulaFunction = {
  name: 'weekdayOf',
  label: { 'zh-CN': '星期几', en: 'weekday of' },
  aliases: ['WEEKDAY', '周几'],
  params: [{ name: 'time', type: 'any', among: ['instant', 'date'] }],
  returns: 'number',
  // Monday is 1, Sunday 7.
  evaluate: ([time], context, types) => {
    const date = types[0] === 'date' ? time : dateIn(time, context.timeZone)
    const day = typeof date === 'string' ? parseCivilDate(date) : null
    return day === null ? null : weekdayOfDay(day)
  },
  sql: ([time = 'NULL'], context, types) =>
    `extract(isodow FROM ${types[0] === 'date' ? `(${time})::timestamp` : wallSql(time, context)})`,
  sentence: ([time], locale) => (locale === 'zh-CN' ? `${time} 是星期几` : `weekday of ${time}`),
  examples: [
    { args: ['2026-11-22'], result: 7 },
    { args: ['2026-11-22T16:00:00Z'], result: 1, context: { timeZone: 'Asia/Shanghai' } },
  ],
}
