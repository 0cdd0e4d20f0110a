import type { FormulaFunction } from '@jieli/core'
import { asWhole, withDecimals } from './values/decimal.ts'
import { wholeSql } from './values/sql-text.ts'
export const roundDown: FormulaFunction = {
  name: 'roundDown',
  label: { 'zh-CN': '向下舍入', en: 'round down' },
  aliases: ['ROUNDDOWN', 'TRUNC'],
  params: [
    { name: 'number', type: 'number' },
    { name: 'decimals', type: 'number', optional: true },
  ],
  returns: 'number',
  // Towards zero, as Excel does; 0 to 12 decimals.
  evaluate: ([number = null, decimals = 0]) => {
    const places = asWhole(decimals, { min: 0, max: 12 })
    return places === null ? null : withDecimals([number], ([value]) => value?.toDecimalPlaces(places, 1) ?? null)
  },
  sql: ([number = 'NULL', decimals = '0']) =>
    `trunc(${number}::numeric, ${decimals === '0' ? '0' : wholeSql(decimals, { min: 0, max: 12 })})`,
  sentence: ([number, decimals = '0'], locale) =>
    locale === 'zh-CN' ? `${number} 向下舍入到 ${decimals} 位小数` : `${number} rounded down to ${decimals} decimals`,
  examples: [
    { args: [2.309, 2], result: 2.3 },
    { args: [-2.9], result: -2 },
  ],
}
