import { parseCivilDate, type FormulaFunction } from '@jieli/core'
import { dateIn } from './values/date-in.ts'
import { wallSql } from './values/sql-text.ts'

export const daysBetween: FormulaFunction = {
  name: 'daysBetween',
  label: { 'zh-CN': '相隔天数', en: 'days between' },
  aliases: ['DAYS', '天数差'],
  params: [
    { name: 'from', type: 'any', among: ['instant', 'date'] },
    { name: 'to', type: 'any', among: ['instant', 'date'] },
  ],
  returns: 'number',
  // Days on the calendar: 23:59 to 00:01 is one.
  evaluate: ([from, to], context, types) => {
    const [start, end] = [from, to].map((time) =>
      parseCivilDate(String(types[0] === 'date' ? time : dateIn(time, context.timeZone))),
    )
    return typeof start === 'number' && typeof end === 'number' ? end - start : null
  },
  sql: ([from = 'NULL', to = 'NULL'], context, types) => {
    const day = (time: string): string => (types[0] === 'date' ? time : `${wallSql(time, context)}::date`)
    return `(${day(to)} - ${day(from)})::numeric`
  },
  sentence: ([from, to], locale) => (locale === 'zh-CN' ? `${from} 到 ${to} 的天数` : `days from ${from} to ${to}`),
  examples: [
    { args: ['2026-02-28', '2026-03-01'], result: 1 },
    { args: ['2026-11-21T15:59:00Z', '2026-11-21T16:01:00Z'], result: 1, context: { timeZone: 'Asia/Shanghai' } },
  ],
}
