import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'

export const share: FormulaFunction = {
  name: 'share',
  label: { 'zh-CN': '百分之', en: 'share of' },
  aliases: ['SHARE'],
  help: { 'zh-CN': '百分数折成比例：12.5 变成 0.125', en: 'A percentage as a share: 12.5 becomes 0.125' },
  params: [{ name: 'number', type: 'number' }],
  returns: 'number',
  evaluate: (args) => withDecimals(args, ([number]) => number?.times('0.01') ?? null),
  sql: ([number = 'NULL']) => `${number}::numeric * 0.01`,
  sentence: ([number], locale) => (locale === 'zh-CN' ? `百分之 ${number}` : `${number} percent`),
  examples: [
    { args: [12.5], result: 0.125 },
    { args: [null], result: null },
  ],
}
