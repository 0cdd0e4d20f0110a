import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'
import { shared } from './values/sql-text.ts'
import { asText } from './values/texts.ts'
export const numberOf: FormulaFunction = {
  name: 'numberOf',
  label: { 'zh-CN': '转数字', en: 'number of' },
  aliases: ['VALUE', '数值'],
  params: [{ name: 'text', type: 'text' }],
  returns: 'number',
  evaluate: ([text]) => {
    const digits = (asText(text) ?? '').replace(/^[ ]+|[ ]+$/g, '')
    return /^-?[0-9]{1,30}(\.[0-9]{1,30})?$/.test(digits) ? withDecimals([digits], ([number]) => number ?? null) : null
  },
  sql: ([text = 'NULL']) =>
    shared(`btrim(${text})`, (t) => `CASE WHEN ${t} ~ '^-?[0-9]{1,30}([.][0-9]{1,30})?$' THEN ${t}::numeric END`),
  sentence: ([text], locale) => (locale === 'zh-CN' ? `${text} 当作数字` : `${text} as a number`),
  examples: [
    { args: [' 12.50 '], result: 12.5 },
    { args: ['一百'], result: null },
  ],
}
