import type { FormulaFunction } from '@jieli/core'
import { asWhole } from './values/decimal.ts'
import { shared, wholeSql } from './values/sql-text.ts'
import { asText, presentSql, textOrAbsent } from './values/texts.ts'
/** Short texts, few times: a formula draws stars, not pages. */
const bounds = { min: 0, max: 100 }

export const repeat: FormulaFunction = {
  name: 'repeat',
  label: { 'zh-CN': '重复', en: 'repeat' },
  aliases: ['REPT'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'count', type: 'number' },
  ],
  returns: 'text',
  evaluate: ([text, count]) => {
    const [part, times] = [asText(text), asWhole(count, bounds)]
    return part === null || times === null || [...part].length > 100 ? null : textOrAbsent(part.repeat(times))
  },
  sql: ([text = 'NULL', count = 'NULL']) =>
    shared(text, (t) => presentSql(`CASE WHEN char_length(${t}) <= 100 THEN repeat(${t}, ${wholeSql(count, bounds)}) END`)),
  sentence: ([text, count], locale) => (locale === 'zh-CN' ? `${text} 重复 ${count} 次` : `${text} repeated ${count} times`),
  examples: [
    { args: ['★', 3], result: '★★★' },
    { args: ['★', 101], result: null },
  ],
}
