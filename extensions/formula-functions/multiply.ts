import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'

export const multiply: FormulaFunction = {
  name: 'multiply',
  label: { 'zh-CN': '乘', en: 'times' },
  aliases: ['MULTIPLY', 'PRODUCT', '乘积'],
  notation: { position: 'infix', power: 'product', written: { 'zh-CN': '*', en: '*' } },
  params: [
    { name: 'first', type: 'number' },
    { name: 'others', type: 'number', rest: true },
  ],
  returns: 'number',
  isOperator: true,
  evaluate: (args) => withDecimals(args, (numbers) => numbers.reduce((a, b) => a.times(b))),
  sql: (args) => args.map((arg) => `${arg}::numeric`).join(' * '),
  sentence: (args) => args.join(' × '),
  examples: [
    { args: [1.1, 1.1], result: 1.21 },
    { args: [null, 0], result: null },
  ],
}
