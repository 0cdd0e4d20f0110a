import type { FormulaFunction } from '@jieli/core'
import { asDecimal, withDecimals } from './values/decimal.ts'
export const sum: FormulaFunction = {
  name: 'sum',
  label: { 'zh-CN': '求和', en: 'sum of' },
  aliases: ['SUM'],
  params: [
    { name: 'first', type: 'number' },
    { name: 'others', type: 'number', rest: true, optional: true },
  ],
  returns: 'number',
  // The absent count as nothing, as in Excel.
  evaluate: (args) =>
    withDecimals(
      args.map((arg) => (asDecimal(arg) === null ? 0 : arg)),
      (numbers) => numbers.reduce((a, b) => a.plus(b)),
    ),
  sql: (args) => args.map((arg) => `coalesce(${arg}::numeric, 0)`).join(' + '),
  sentence: (args, locale) => (locale === 'zh-CN' ? `${args.join('、')} 的和` : `sum of ${args.join(', ')}`),
  examples: [
    { args: [1, null, 2.5], result: 3.5 },
    { args: [null], result: 0 },
  ],
}
