import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'

export const divide: FormulaFunction = {
  name: 'divide',
  label: { 'zh-CN': '除以', en: 'divided by' },
  aliases: ['DIVIDE'],
  notation: { position: 'infix', power: 'product', written: { 'zh-CN': '/', en: '/' } },
  params: [
    { name: 'dividend', type: 'number' },
    { name: 'divisor', type: 'number' },
  ],
  returns: 'number',
  isOperator: true,
  // Twelve decimals, half away from zero; whole division of thirteen keeps both faces exact. By zero: absent.
  evaluate: (args) =>
    withDecimals(args, ([a, b]) =>
      a && b && !b.isZero() ? a.times('1e13').divToInt(b).times('1e-13').toDecimalPlaces(12, 4) : null,
    ),
  sql: ([a = 'NULL', b = 'NULL']) => `round(div(${a}::numeric * 1e13, nullif(${b}::numeric, 0)) * 1e-13, 12)`,
  sentence: (args) => args.join(' ÷ '),
  examples: [
    { args: [1, 4], result: 0.25 },
    { args: [2, 3], result: 0.666666666667 },
    { args: [1, 0], result: null },
    { args: [-2, 3], result: -0.666666666667 },
  ],
}
