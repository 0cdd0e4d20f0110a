import type { FormulaFunction } from '@jieli/core'

export const concat: FormulaFunction = {
  name: 'concat',
  label: { 'zh-CN': '连接', en: 'join' },
  aliases: ['CONCATENATE', 'CONCAT', '合并文本'],
  notation: { position: 'infix', power: 'join', written: { 'zh-CN': '&', en: '&' } },
  params: [{ name: 'texts', type: 'text', rest: true }],
  returns: 'text',
  evaluate: (args) => args.filter((arg) => typeof arg === 'string').join('') || null,
  sql: (args) => `nullif(${args.map((arg) => `coalesce(${arg}, '')`).join(' || ')}, '')`,
  sentence: (args) => args.join(' & '),
  examples: [
    { args: ['青屿', null, '教育'], result: '青屿教育' },
    { args: ['', ''], result: null },
  ],
}
