import { formatInstant, isInstant, parseInstant, type FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { shared, wholeSql } from './values/sql-text.ts'

export const addMinutes: FormulaFunction = {
  name: 'addMinutes',
  label: { 'zh-CN': '加分钟', en: 'add minutes' },
  aliases: ['ADDMINUTES'],
  params: [
    { name: 'time', type: 'instant' },
    { name: 'minutes', type: 'number' },
  ],
  returns: 'instant',
  evaluate: ([time, minutes]) => {
    const start = typeof time === 'string' ? parseInstant(time) : null
    const count = asWhole(minutes, { min: -100_000_000, max: 100_000_000 })
    if (start === null || count === null) return null
    const end = start + BigInt(count) * 60_000_000n
    return isInstant(end) ? formatInstant(end) : null
  },
  sql: ([time = 'NULL', minutes = 'NULL']) =>
    shared(
      `${time} + make_interval(mins => ${wholeSql(minutes, { min: -100_000_000, max: 100_000_000 })})`,
      (t) => `CASE WHEN ${t} >= '0001-01-02T00:00:00Z' AND ${t} < '9999-12-31T00:00:00Z' THEN ${t} END`,
    ),
  sentence: ([time, minutes], locale) =>
    locale === 'zh-CN' ? `${time} 之后 ${minutes} 分钟` : `${minutes} minutes after ${time}`,
  examples: [{ args: ['2026-11-21T00:00:00Z', 2880], result: '2026-11-23T00:00:00.000Z' }],
}
