import type { FormulaFunction } from '@jieli/core'
import { dateIn } from './values/date-in.ts'
import { todaySql } from './values/sql-text.ts'

export const today: FormulaFunction = {
  name: 'today',
  label: { 'zh-CN': '今天', en: 'today' },
  aliases: ['TODAY'],
  params: [],
  returns: 'date',
  isVolatile: true,
  evaluate: (_args, context) => dateIn(context.now, context.timeZone),
  sql: (_args, context) => todaySql(context),
  sentence: (_args, locale) => (locale === 'zh-CN' ? '今天' : 'today'),
  examples: [{ args: [], result: '2026-11-22', context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } }],
}
