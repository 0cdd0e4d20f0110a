import type { FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { wholeSql } from './values/sql-text.ts'
import { asText, presentSql, textOrAbsent } from './values/texts.ts'
const bounds = { min: 0, max: 10_000 }

export const left: FormulaFunction = {
  name: 'left',
  label: { 'zh-CN': '左取', en: 'left of' },
  aliases: ['LEFT', '左侧文本'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'count', type: 'number' },
  ],
  returns: 'text',
  evaluate: ([text, count]) => {
    const [from, length] = [asText(text), asWhole(count, bounds)]
    return from === null || length === null ? null : textOrAbsent([...from].slice(0, length).join(''))
  },
  sql: ([text = 'NULL', count = 'NULL']) => presentSql(`left(${text}, ${wholeSql(count, bounds)})`),
  sentence: ([text, count], locale) =>
    locale === 'zh-CN' ? `${text} 的前 ${count} 个字` : `the first ${count} characters of ${text}`,
  examples: [
    { args: ['中考😀数学', 3], result: '中考😀' },
    { args: ['abc', 0], result: null },
    { args: ['abc', -1], result: null },
  ],
}
