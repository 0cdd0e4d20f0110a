import type { FormulaFunction } from '@jieli/core'

export const startsWith: FormulaFunction = {
  name: 'startsWith',
  label: { 'zh-CN': '开头是', en: 'starts with' },
  aliases: ['STARTSWITH'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '开头是', en: 'STARTSWITH' } },
  params: [
    { name: 'text', type: 'text' },
    { name: 'part', type: 'text' },
  ],
  returns: 'boolean',
  evaluate: ([text, part]) => typeof text === 'string' && typeof part === 'string' && part !== '' && text.startsWith(part),
  sql: ([text = 'NULL', part = 'NULL']) => `starts_with(${text}, ${part})`,
  sentence: ([text, part], locale) => (locale === 'zh-CN' ? `${text} 开头是 ${part}` : `${text} starts with ${part}`),
  examples: [
    { args: ['浦东校区', '浦东'], result: true },
    { args: ['a_b', 'a%'], result: false },
  ],
}
