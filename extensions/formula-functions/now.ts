import { fitValue, type FormulaFunction } from '@jieli/core'
import { nowSql } from './values/sql-text.ts'

export const now: FormulaFunction = {
  name: 'now',
  label: { 'zh-CN': '现在', en: 'now' },
  aliases: ['NOW'],
  params: [],
  returns: 'instant',
  isVolatile: true,
  evaluate: (_args, context) => fitValue(context.now, 'instant') ?? null,
  sql: (_args, context) => nowSql(context),
  sentence: (_args, locale) => (locale === 'zh-CN' ? '现在' : 'now'),
  examples: [
    { args: [], result: '2026-11-21T16:30:00.000Z', context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
}
