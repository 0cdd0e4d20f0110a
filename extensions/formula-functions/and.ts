import type { FormulaFunction } from '@jieli/core'

export const and: FormulaFunction = {
  name: 'and',
  label: { 'zh-CN': '且', en: 'and' },
  aliases: ['AND', '并且', '同时满足'],
  notation: { position: 'infix', power: 'and', written: { 'zh-CN': '且', en: 'AND' }, also: ['&&', '并且'] },
  params: [{ name: 'conditions', type: 'boolean', rest: true, optional: true }],
  returns: 'boolean',
  isOperator: true,
  isConjunction: true,
  evaluate: (args) => args.every((arg) => arg === true),
  sql: (args) => (args.length === 0 ? 'TRUE' : args.join(' AND ')),
  sentence: (args, locale) =>
    args.length === 0 ? (locale === 'zh-CN' ? '总是' : 'always') : args.join(locale === 'zh-CN' ? ' 且 ' : ' and '),
  examples: [
    { args: [true, true], result: true },
    { args: [true, null], result: false },
    { args: [], result: true },
  ],
}
