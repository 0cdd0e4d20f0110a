import type { FormulaFunction } from '@jieli/core'

export const or: FormulaFunction = {
  name: 'or',
  label: { 'zh-CN': '或', en: 'or' },
  aliases: ['OR', '或者', '满足任一'],
  notation: { position: 'infix', power: 'or', written: { 'zh-CN': '或', en: 'OR' }, also: ['||', '或者'] },
  params: [{ name: 'conditions', type: 'boolean', rest: true, optional: true }],
  returns: 'boolean',
  isOperator: true,
  evaluate: (args) => args.some((arg) => arg === true),
  sql: (args) => (args.length === 0 ? 'FALSE' : args.join(' OR ')),
  sentence: (args, locale) =>
    args.length === 0 ? (locale === 'zh-CN' ? '从不' : 'never') : args.join(locale === 'zh-CN' ? ' 或 ' : ' or '),
  examples: [
    { args: [false, true], result: true },
    { args: [null], result: false },
    { args: [], result: false },
  ],
}
