import type { FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { shared, wholeSql } from './values/sql-text.ts'
import { asText } from './values/texts.ts'
export const padLeft: FormulaFunction = {
  name: 'padLeft',
  label: { 'zh-CN': '补位', en: 'pad' },
  aliases: ['PADLEFT', '前补'],
  help: { 'zh-CN': '不够长时在前面补 0 或别的字', en: 'Fills up the front with 0 or another sign' },
  params: [
    { name: 'text', type: 'text' },
    { name: 'length', type: 'number' },
    { name: 'fill', type: 'text', optional: true },
  ],
  returns: 'text',
  evaluate: ([text, length, fill = null]) => {
    const [whole, wide] = [asText(text), asWhole(length, { min: 0, max: 100 })]
    const [sign = '0'] = asText(fill) ?? '0'
    return whole === null || wide === null ? null : sign.repeat(Math.max(0, wide - [...whole].length)) + whole
  },
  sql: ([text = 'NULL', length = 'NULL', fill = 'NULL']) =>
    shared(
      text,
      (t) => `repeat(left(coalesce(${fill}, '0'), 1), ${wholeSql(length, { min: 0, max: 100 })} - char_length(${t})) || ${t}`,
    ),
  sentence: ([text, length, fill = '0'], locale) =>
    locale === 'zh-CN' ? `${text} 前面补 ${fill} 到 ${length} 位` : `${text} padded with ${fill} to ${length}`,
  examples: [
    { args: ['7', 3], result: '007' },
    { args: ['1234', 3, 'x'], result: '1234' },
  ],
}
