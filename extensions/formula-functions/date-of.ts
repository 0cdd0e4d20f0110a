import type { FormulaFunction } from '@jieli/core'
import { dateIn } from './values/date-in.ts'
import { wallSql } from './values/sql-text.ts'

export const dateOf: FormulaFunction = {
  name: 'dateOf',
  label: { 'zh-CN': '日期', en: 'date of' },
  aliases: ['DATEOF', '取日期'],
  params: [{ name: 'time', type: 'instant' }],
  returns: 'date',
  evaluate: ([time], context) => dateIn(time, context.timeZone),
  sql: ([time = 'NULL'], context) => `${wallSql(time, context)}::date`,
  sentence: ([time], locale) => (locale === 'zh-CN' ? `${time} 的日期` : `date of ${time}`),
  examples: [{ args: ['2026-11-20T16:00:00Z'], result: '2026-11-21', context: { timeZone: 'Asia/Shanghai' } }],
}
