import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'

export const add: FormulaFunction = {
  name: 'add',
  label: { 'zh-CN': '加', en: 'plus' },
  aliases: ['ADD'],
  notation: { position: 'infix', power: 'sum', written: { 'zh-CN': '+', en: '+' } },
  params: [
    { name: 'first', type: 'number' },
    { name: 'others', type: 'number', rest: true },
  ],
  returns: 'number',
  isOperator: true,
  evaluate: (args) => withDecimals(args, (numbers) => numbers.reduce((a, b) => a.plus(b))),
  sql: (args) => args.map((arg) => `${arg}::numeric`).join(' + '),
  sentence: (args) => args.join(' + '),
  examples: [
    { args: [0.1, 0.2], result: 0.3 },
    { args: [1, null], result: null },
    { args: ['99999999999999999.01', '0.01'], result: '99999999999999999.02' },
  ],
}
