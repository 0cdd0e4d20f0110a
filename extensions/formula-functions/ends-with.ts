import type { FormulaFunction } from '@jieli/core'
import { shared } from './values/sql-text.ts'
import { asText } from './values/texts.ts'
export const endsWith: FormulaFunction = {
  name: 'endsWith',
  label: { 'zh-CN': '结尾是', en: 'ends with' },
  aliases: ['ENDSWITH'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'part', type: 'text' },
  ],
  returns: 'boolean',
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '结尾是', en: 'ENDSWITH' } },
  evaluate: ([text, part]) => asText(text)?.endsWith(asText(part) ?? '\0') ?? false,
  sql: ([text = 'NULL', part = 'NULL']) => shared(part, (p) => `right(${text}, char_length(${p})) = ${p}`),
  sentence: ([text, part], locale) => (locale === 'zh-CN' ? `${text} 结尾是 ${part}` : `${text} ends with ${part}`),
  examples: [
    { args: ['浦东校区', '校区'], result: true },
    { args: ['校区', null], result: false },
  ],
}
