import type { FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { wholeSql } from './values/sql-text.ts'
import { asText, presentSql, textOrAbsent } from './values/texts.ts'
export const splitPart: FormulaFunction = {
  name: 'splitPart',
  label: { 'zh-CN': '分段取', en: 'part of' },
  aliases: ['SPLITPART', '拆分取'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'separator', type: 'text' },
    { name: 'number', type: 'number' },
  ],
  returns: 'text',
  evaluate: ([text, separator, number]) => {
    const [whole, by, at] = [asText(text), asText(separator), asWhole(number, { min: 1, max: 10_000 })]
    return whole === null || by === null || at === null ? null : textOrAbsent(whole.split(by)[at - 1] ?? '')
  },
  sql: ([text = 'NULL', separator = 'NULL', number = 'NULL']) =>
    presentSql(`split_part(${text}, ${separator}, ${wholeSql(number, { min: 1, max: 10_000 })})`),
  sentence: ([text, separator, number], locale) =>
    locale === 'zh-CN' ? `${text} 按 ${separator} 分开的第 ${number} 段` : `part ${number} of ${text} split by ${separator}`,
  examples: [
    { args: ['浦东-陆家嘴-01', '-', 2], result: '陆家嘴' },
    { args: ['a-b', '-', 3], result: null },
  ],
}
