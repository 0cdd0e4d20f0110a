import type { FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { sharedPair, wholeSql } from './values/sql-text.ts'
import { asText, presentSql, textOrAbsent } from './values/texts.ts'
const bounds = { min: 0, max: 10_000 }

export const replaceAt: FormulaFunction = {
  name: 'replaceAt',
  label: { 'zh-CN': '替换部分', en: 'replace part' },
  aliases: ['REPLACE', '按位置替换'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'start', type: 'number' },
    { name: 'count', type: 'number' },
    { name: 'new', type: 'text', optional: true },
  ],
  returns: 'text',
  evaluate: ([text, start, count, put = null]) => {
    const [whole, first, length] = [asText(text), asWhole(start, { min: 1, max: 10_000 }), asWhole(count, bounds)]
    if (whole === null || first === null || length === null) return null
    const letters = [...whole]
    return textOrAbsent(letters.slice(0, first - 1).join('') + (asText(put) ?? '') + letters.slice(first - 1 + length).join(''))
  },
  sql: ([text = 'NULL', start = 'NULL', count = 'NULL', put = 'NULL']) =>
    sharedPair({ a: text, b: wholeSql(start, { min: 1, max: 10_000 }) }, (a, b) =>
      presentSql(`left(${a}, ${b} - 1) || coalesce(${put}, '') || substr(${a}, ${b} + ${wholeSql(count, bounds)})`),
    ),
  sentence: ([text, start, count, put = ''], locale) =>
    locale === 'zh-CN'
      ? `${text} 从第 ${start} 个字起的 ${count} 个字换成 ${put}`
      : `${text} with ${count} characters from number ${start} replaced by ${put}`,
  examples: [
    { args: ['13800138000', 4, 4, '****'], result: '138****8000' },
    { args: ['abc', 2, 1], result: 'ac' },
  ],
}
