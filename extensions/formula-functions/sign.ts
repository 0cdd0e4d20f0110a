import type { FormulaFunction } from '@jieli/core'
import { asDecimal } from './values/decimal.ts'
export const sign: FormulaFunction = {
  name: 'sign',
  label: { 'zh-CN': '正负号', en: 'sign of' },
  aliases: ['SIGN'],
  params: [{ name: 'number', type: 'number' }],
  returns: 'number',
  evaluate: ([number]) => {
    const value = asDecimal(number)
    return value === null ? null : value.cmp(0)
  },
  sql: ([number = 'NULL']) => `sign(${number}::numeric)`,
  sentence: ([number], locale) => (locale === 'zh-CN' ? `${number} 的正负号` : `sign of ${number}`),
  examples: [
    { args: [-2.5], result: -1 },
    { args: [0], result: 0 },
  ],
}
