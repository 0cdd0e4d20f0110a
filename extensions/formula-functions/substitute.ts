import type { FormulaFunction } from '@jieli/core'
import { sharedPair } from './values/sql-text.ts'
import { asText, longestText, presentSql, textOrAbsent } from './values/texts.ts'
export const substitute: FormulaFunction = {
  name: 'substitute',
  label: { 'zh-CN': '替换', en: 'substitute' },
  aliases: ['SUBSTITUTE', '替换文本'],
  params: [
    { name: 'text', type: 'text' },
    { name: 'old', type: 'text' },
    { name: 'new', type: 'text', optional: true },
  ],
  returns: 'text',
  // What is put in is short, so that nesting cannot blow a text up.
  evaluate: ([text, old, put = null]) => {
    const [whole, out, into] = [asText(text), asText(old), asText(put) ?? '']
    if (whole === null || [...whole].length > longestText || [...into].length > 100) return null
    return out === null ? whole : textOrAbsent(whole.split(out).join(into))
  },
  sql: ([text = 'NULL', old = 'NULL', put = 'NULL']) =>
    sharedPair({ a: text, b: put }, (a, b) =>
      presentSql(
        `CASE WHEN char_length(${a}) <= ${longestText} AND coalesce(char_length(${b}), 0) <= 100 THEN replace(${a}, coalesce(${old}, ''), coalesce(${b}, '')) END`,
      ),
    ),
  sentence: ([text, old, put = ''], locale) =>
    locale === 'zh-CN' ? `${text} 中的 ${old} 换成 ${put}` : `${text} with ${old} replaced by ${put}`,
  examples: [
    { args: ['138-0013-8000', '-', null], result: '13800138000' },
    { args: ['aaa', 'aa', 'b'], result: 'ba' },
    { args: ['a', null, 'b'], result: 'a' },
  ],
}
