import type { FormulaFunction } from '@jieli/core'
import { asWhole, withDecimals } from './values/decimal.ts'
import { wholeSql } from './values/sql-text.ts'

export const round: FormulaFunction = {
  name: 'round',
  label: { 'zh-CN': '四舍五入', en: 'round' },
  aliases: ['ROUND'],
  params: [
    { name: 'number', type: 'number' },
    { name: 'decimals', type: 'number', optional: true },
  ],
  returns: 'number',
  // Half away from zero, as people do; 0 to 12 decimals.
  evaluate: ([number = null, decimals = 0]) => {
    const places = asWhole(decimals, { min: 0, max: 12 })
    return places === null ? null : withDecimals([number], ([value]) => value?.toDecimalPlaces(places, 4) ?? null)
  },
  sql: ([number = 'NULL', decimals]) =>
    `round(${number}::numeric, ${decimals === undefined ? '0' : wholeSql(decimals, { min: 0, max: 12 })})`,
  sentence: ([number, decimals = '0'], locale) =>
    locale === 'zh-CN' ? `${number}（保留 ${decimals} 位小数）` : `${number} rounded to ${decimals} decimals`,
  examples: [
    { args: [2.345, 2], result: 2.35 },
    { args: [-2.5], result: -3 },
    { args: [1, 99], result: null },
  ],
}
