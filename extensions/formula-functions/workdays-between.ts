import type { FormulaFunction } from '@jieli/core'
import { dateSql, dayOfTime, timeTypes } from './values/calendar.ts'
import { sharedPair } from './values/sql-text.ts'
import { workdaysSql, workdaysUpTo } from './values/workdays.ts'

export const workdaysBetween: FormulaFunction = {
  name: 'workdaysBetween',
  label: { 'zh-CN': '工作日数', en: 'workdays between' },
  aliases: ['NETWORKDAYS'],
  help: {
    'zh-CN': '星期一到星期五，两头都算；不看节假日和调休',
    en: 'Mondays to Fridays, both ends counting; holidays are not considered',
  },
  params: [
    { name: 'from', type: 'any', among: timeTypes },
    { name: 'to', type: 'any', among: timeTypes },
  ],
  returns: 'number',
  evaluate: ([from, to], context) => {
    const [start, end] = [dayOfTime(from, context), dayOfTime(to, context)]
    if (start === null || end === null) return null
    return start <= end ? workdaysUpTo(end) - workdaysUpTo(start - 1) : workdaysUpTo(end - 1) - workdaysUpTo(start) + 0
  },
  sql: ([from = 'NULL', to = 'NULL'], context, types) =>
    sharedPair({ a: dateSql(from, types[0], context), b: dateSql(to, types[0], context) }, (a, b) => {
      const forward = `${workdaysSql(b)} - ${workdaysSql(`(${a} - 1)`)}`
      const backward = `${workdaysSql(`(${b} - 1)`)} - ${workdaysSql(a)}`
      return `(CASE WHEN ${a} <= ${b} THEN ${forward} WHEN ${a} > ${b} THEN ${backward} END)::numeric`
    }),
  sentence: ([from, to], locale) => (locale === 'zh-CN' ? `${from} 到 ${to} 的工作日数` : `workdays from ${from} to ${to}`),
  examples: [
    { args: ['2026-11-20', '2026-11-23'], result: 2 },
    { args: ['2026-11-23', '2026-11-20'], result: -2 },
    { args: ['2026-11-21', '2026-11-22'], result: 0 },
  ],
}
