import type { FormulaFunction } from '@jieli/core'

export const not: FormulaFunction = {
  name: 'not',
  label: { 'zh-CN': '不满足', en: 'not' },
  aliases: ['NOT', '非'],
  notation: { position: 'prefix', power: 'not', written: { 'zh-CN': '非', en: 'NOT' }, also: ['!'] },
  params: [{ name: 'condition', type: 'boolean' }],
  returns: 'boolean',
  evaluate: ([condition]) => condition !== true,
  sql: ([condition = 'NULL']) => `${condition} IS NOT TRUE`,
  sentence: ([condition], locale) => (locale === 'zh-CN' ? `不满足（${condition}）` : `not (${condition})`),
  examples: [
    { args: [true], result: false },
    { args: [null], result: true },
  ],
}
