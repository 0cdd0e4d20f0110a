import type { FormulaFunction } from '@jieli/core'
import { shared } from './values/sql-text.ts'
import { asText } from './values/texts.ts'

export const lastOf: FormulaFunction = {
  name: 'lastOf',
  label: { 'zh-CN': '最后一项', en: 'last of' },
  aliases: ['LAST'],
  params: [{ name: 'list', type: 'list', among: ['text', 'id'] }],
  returns: 'text',
  evaluate: ([list]) => (Array.isArray(list) ? asText(list.at(-1)) : null),
  sql: ([list = 'NULL']) => shared(`${list}::text[]`, (l) => `(${l})[cardinality(${l})]`),
  sentence: ([list], locale) => (locale === 'zh-CN' ? `${list} 的最后一项` : `last of ${list}`),
  examples: [
    { args: [['a', 'b']], result: 'b' },
    { args: [[]], result: null },
  ],
}
