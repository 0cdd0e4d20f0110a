import type { FormulaFunction } from '@jieli/core'

export const contains: FormulaFunction = {
  name: 'contains',
  label: { 'zh-CN': '包含', en: 'contains' },
  aliases: ['CONTAINS', '包含文本', 'CONTAINTEXT'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '包含', en: 'CONTAINS' } },
  params: [
    { name: 'text', type: 'text' },
    { name: 'part', type: 'text' },
  ],
  returns: 'boolean',
  evaluate: ([text, part]) => typeof text === 'string' && typeof part === 'string' && part !== '' && text.includes(part),
  sql: ([text = 'NULL', part = 'NULL']) => `strpos(${text}, ${part}) > 0`,
  sentence: ([text, part], locale) => (locale === 'zh-CN' ? `${text} 包含 ${part}` : `${text} contains ${part}`),
  examples: [
    { args: ['中考数学冲刺', '数学'], result: true },
    { args: ['ABC', 'b'], result: false },
    { args: [null, 'a'], result: false },
  ],
}
