import type { FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { wholeSql } from './values/sql-text.ts'
import { asText, presentSql, textOrAbsent } from './values/texts.ts'
const bounds = { min: 0, max: 10_000 }

export const right: FormulaFunction = {
  name: 'right',
  label: { 'zh-CN': '右取', en: 'right of' },
  aliases: ['RIGHT', '右侧文本'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'count', type: 'number' },
  ],
  returns: 'text',
  evaluate: ([text, count]) => {
    const [from, length] = [asText(text), asWhole(count, bounds)]
    return from === null || length === null || length === 0 ? null : textOrAbsent([...from].slice(-length).join(''))
  },
  sql: ([text = 'NULL', count = 'NULL']) => presentSql(`right(${text}, ${wholeSql(count, bounds)})`),
  sentence: ([text, count], locale) =>
    locale === 'zh-CN' ? `${text} 的后 ${count} 个字` : `the last ${count} characters of ${text}`,
  examples: [
    { args: ['13800138000', 4], result: '8000' },
    { args: ['abc', 9], result: 'abc' },
  ],
}
