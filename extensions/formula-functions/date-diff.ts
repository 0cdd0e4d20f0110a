import { parseInstant, type FormulaFunction } from '@jieli/core'
import { dateSql, dayOfTime, monthsBetween, monthsSql, timeTypes } from './values/calendar.ts'
import { shared, sharedPair } from './values/sql-text.ts'
import { byUnitSql, unitOf } from './values/time-units.ts'

/** Whole units from one time to another, cut towards zero: years to days on the calendar, hours and minutes by the clock. */
export const dateDiff: FormulaFunction = {
  name: 'dateDiff',
  label: { 'zh-CN': '时间差', en: 'time between' },
  aliases: ['DATEDIF', 'DATETIMEDIFF', '日期差'],
  help: {
    'zh-CN': '满几年、几月、几周、几天、几小时、几分钟；后面的早就是负数',
    en: 'Full years, months, weeks, days, hours or minutes; negative when the second comes first',
  },
  params: [
    { name: 'from', type: 'any', among: timeTypes },
    { name: 'to', type: 'any', among: timeTypes },
    { name: 'unit', type: 'text' },
  ],
  returns: 'number',
  evaluate: ([from, to, word], context, types) => {
    const unit = unitOf(word)
    if (unit === null) return null
    if (unit === 'hour' || unit === 'minute') {
      const [start, end] = types[0] === 'date' ? [null, null] : [parseInstant(String(from)), parseInstant(String(to))]
      return start === null || end === null ? null : Number((end - start) / (unit === 'hour' ? 3_600_000_000n : 60_000_000n))
    }
    const [start, end] = [dayOfTime(from, context), dayOfTime(to, context)]
    if (start === null || end === null) return null
    if (unit === 'day' || unit === 'week') return Math.trunc((end - start) / (unit === 'week' ? 7 : 1)) + 0
    return Math.trunc(monthsBetween(start, end) / (unit === 'year' ? 12 : 1)) + 0
  },
  sql: ([from = 'NULL', to = 'NULL', unit = 'NULL'], context, types) =>
    sharedPair({ a: from, b: to }, (start, end) => {
      const [a, b] = [dateSql(start, types[0], context), dateSql(end, types[0], context)]
      const months = sharedPair({ a, b }, monthsSql)
      const seconds = `extract(epoch FROM (${end} - ${start}))`
      return shared(unit, (u) =>
        byUnitSql(u, {
          year: `div(${months}, 12)`,
          month: months,
          week: `div((${b} - ${a})::numeric, 7)`,
          day: `(${b} - ${a})::numeric`,
          ...(types[0] === 'date' ? {} : { hour: `div(${seconds}, 3600)`, minute: `div(${seconds}, 60)` }),
        }),
      )
    }),
  sentence: ([from, to, unit], locale) =>
    locale === 'zh-CN' ? `${from} 到 ${to} 满几${unit}` : `${unit} from ${from} to ${to}`,
  examples: [
    { args: ['2024-02-29', '2026-02-28', '年'], result: 1 },
    { args: ['2026-01-31', '2026-02-28', 'month'], result: 0 },
    { args: ['2026-11-22', '2026-11-01', '周'], result: -3 },
    { args: ['2026-11-21T00:00:00Z', '2026-11-21T01:59:59Z', '小时'], result: 1 },
  ],
}
