import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'
export const abs: FormulaFunction = {
  name: 'abs',
  label: { 'zh-CN': '绝对值', en: 'absolute value of' },
  aliases: ['ABS'],
  params: [{ name: 'number', type: 'number' }],
  returns: 'number',
  evaluate: (args) => withDecimals(args, ([number]) => number?.abs() ?? null),
  sql: ([number = 'NULL']) => `abs(${number}::numeric)`,
  sentence: ([number], locale) => (locale === 'zh-CN' ? `${number} 的绝对值` : `absolute value of ${number}`),
  examples: [
    { args: [-2.5], result: 2.5 },
    { args: [null], result: null },
  ],
}
