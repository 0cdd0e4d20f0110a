import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'

export const subtract: FormulaFunction = {
  name: 'subtract',
  label: { 'zh-CN': '减', en: 'minus' },
  aliases: ['SUBTRACT'],
  notation: { position: 'infix', power: 'sum', written: { 'zh-CN': '-', en: '-' } },
  params: [
    { name: 'from', type: 'number' },
    { name: 'amount', type: 'number' },
  ],
  returns: 'number',
  isOperator: true,
  evaluate: (args) => withDecimals(args, ([a, b]) => (a && b ? a.minus(b) : null)),
  sql: (args) => args.map((arg) => `${arg}::numeric`).join(' - '),
  sentence: (args) => args.join(' − '),
  examples: [{ args: [0.3, 0.1], result: 0.2 }],
}
