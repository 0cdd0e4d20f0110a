import type { FormulaFunction } from '@jieli/core'
import { asText } from './values/texts.ts'

export const firstOf: FormulaFunction = {
  name: 'firstOf',
  label: { 'zh-CN': '第一项', en: 'first of' },
  aliases: ['FIRST'],
  params: [{ name: 'list', type: 'list', among: ['text', 'id'] }],
  returns: 'text',
  evaluate: ([list]) => (Array.isArray(list) ? asText(list[0]) : null),
  sql: ([list = 'NULL']) => `(${list}::text[])[1]`,
  sentence: ([list], locale) => (locale === 'zh-CN' ? `${list} 的第一项` : `first of ${list}`),
  examples: [
    { args: [['a', 'b']], result: 'a' },
    { args: [[]], result: null },
  ],
}
