import { formatCivilDate, inRange, parseCivilDate, type FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { shared, wholeSql } from './values/sql-text.ts'

export const addDays: FormulaFunction = {
  name: 'addDays',
  label: { 'zh-CN': '加天数', en: 'add days' },
  aliases: ['ADDDAYS'],
  params: [
    { name: 'date', type: 'date' },
    { name: 'days', type: 'number' },
  ],
  returns: 'date',
  evaluate: ([date, days]) => {
    const start = typeof date === 'string' ? parseCivilDate(date) : null
    const count = asWhole(days, { min: -100_000, max: 100_000 })
    return start !== null && count !== null && inRange(start + count) ? formatCivilDate(start + count) : null
  },
  sql: ([date = 'NULL', days = 'NULL']) =>
    shared(
      `${date} + ${wholeSql(days, { min: -100_000, max: 100_000 })}`,
      (d) => `CASE WHEN ${d} BETWEEN '0001-01-01' AND '9999-12-31' THEN ${d} END`,
    ),
  sentence: ([date, days], locale) => (locale === 'zh-CN' ? `${date} 之后 ${days} 天` : `${days} days after ${date}`),
  examples: [
    { args: ['2026-02-27', 2], result: '2026-03-01' },
    { args: ['2026-02-27', 1e20], result: null },
  ],
}
