import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'

export const points: FormulaFunction = {
  name: 'points',
  label: { 'zh-CN': '百分点', en: 'points of' },
  aliases: ['POINTS'],
  help: {
    'zh-CN': '比例折成百分数：0.125 变成 12.5；百分比字段在这里就是它存的数',
    en: 'A share in percent: 0.125 becomes 12.5; of a percent field, the number it keeps',
  },
  params: [{ name: 'number', type: 'number' }],
  returns: 'number',
  evaluate: (args) => withDecimals(args, ([number]) => number?.times('100') ?? null),
  sql: ([number = 'NULL']) => `${number}::numeric * 100`,
  sentence: ([number], locale) => (locale === 'zh-CN' ? `${number} 的百分数` : `${number} in percent`),
  examples: [
    { args: [0.125], result: 12.5 },
    { args: [null], result: null },
  ],
}
