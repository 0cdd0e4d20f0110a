import type { FormulaFunction } from '@jieli/core'
import { asText, presentSql } from './values/texts.ts'

export const joinList: FormulaFunction = {
  name: 'joinList',
  label: { 'zh-CN': '拼接列表', en: 'join a list' },
  aliases: ['JOIN', 'TEXTJOIN'],
  params: [
    { name: 'list', type: 'list', among: ['text', 'id'] },
    { name: 'separator', type: 'text', optional: true },
  ],
  returns: 'text',
  evaluate: ([list, separator]) =>
    Array.isArray(list) ? asText(list.filter((member) => typeof member === 'string').join(asText(separator) ?? '、')) : null,
  sql: ([list = 'NULL', separator = 'NULL']) => presentSql(`array_to_string(${list}::text[], coalesce(${separator}, '、'))`),
  sentence: ([list, separator = '、'], locale) =>
    locale === 'zh-CN' ? `${list} 用 ${separator} 连起来` : `${list} joined with ${separator}`,
  examples: [
    { args: [['语文', '数学']], result: '语文、数学' },
    { args: [['a', 'b'], '-'], result: 'a-b' },
    { args: [[]], result: null },
  ],
}
