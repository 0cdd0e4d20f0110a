import { microsOfDay, parseInstant, wallTime, type FormulaFunction } from '@jieli/core'
import { wallSql } from './values/sql-text.ts'

export const hourOf: FormulaFunction = {
  name: 'hourOf',
  label: { 'zh-CN': '小时', en: 'hour of' },
  aliases: ['HOUR', '时'],
  params: [{ name: 'time', type: 'instant' }],
  returns: 'number',
  evaluate: ([time], context) => {
    const instant = typeof time === 'string' ? parseInstant(time) : null
    if (instant === null) return null
    const wall = wallTime(instant, context.timeZone)
    return Number((((wall % microsOfDay) + microsOfDay) % microsOfDay) / 3_600_000_000n)
  },
  sql: ([time = 'NULL'], context) => `extract(hour FROM ${wallSql(time, context)})`,
  sentence: ([time], locale) => (locale === 'zh-CN' ? `${time} 的小时` : `hour of ${time}`),
  examples: [{ args: ['2026-11-20T15:59:59Z'], result: 23, context: { timeZone: 'Asia/Shanghai' } }],
}
