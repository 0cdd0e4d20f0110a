import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'

export const negate: FormulaFunction = {
  name: 'negate',
  label: { 'zh-CN': '相反数', en: 'negative of' },
  aliases: ['NEGATE'],
  notation: { position: 'prefix', power: 'sign', written: { 'zh-CN': '-', en: '-' } },
  params: [{ name: 'number', type: 'number' }],
  returns: 'number',
  evaluate: (args) => withDecimals(args, ([number]) => number?.negated() ?? null),
  sql: ([number = 'NULL']) => `- ${number}::numeric`,
  sentence: ([number], locale) => (locale === 'zh-CN' ? `${number} 的相反数` : `minus ${number}`),
  examples: [
    { args: [2.5], result: -2.5 },
    { args: [0], result: 0 },
  ],
}
