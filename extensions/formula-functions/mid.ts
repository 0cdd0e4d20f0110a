import type { FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { wholeSql } from './values/sql-text.ts'
import { asText, presentSql, textOrAbsent } from './values/texts.ts'
const bounds = { min: 0, max: 10_000 }

export const mid: FormulaFunction = {
  name: 'mid',
  label: { 'zh-CN': '截取', en: 'middle of' },
  aliases: ['MID', '中间文本'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'start', type: 'number' },
    { name: 'count', type: 'number' },
  ],
  returns: 'text',
  evaluate: ([text, start, count]) => {
    const [from, first, length] = [asText(text), asWhole(start, { min: 1, max: 10_000 }), asWhole(count, bounds)]
    return from === null || first === null || length === null
      ? null
      : textOrAbsent([...from].slice(first - 1, first - 1 + length).join(''))
  },
  sql: ([text = 'NULL', start = 'NULL', count = 'NULL']) =>
    presentSql(`substr(${text}, ${wholeSql(start, { min: 1, max: 10_000 })}, ${wholeSql(count, bounds)})`),
  sentence: ([text, start, count], locale) =>
    locale === 'zh-CN' ? `${text} 从第 ${start} 个字起的 ${count} 个字` : `${count} characters of ${text} from number ${start}`,
  examples: [
    { args: ['310101199003071234', 7, 8], result: '19900307' },
    { args: ['abc', 0, 1], result: null },
  ],
}
