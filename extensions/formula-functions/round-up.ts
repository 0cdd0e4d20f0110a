import type { FormulaFunction } from '@jieli/core'
import { asWhole, withDecimals } from './values/decimal.ts'
import { sharedPair, wholeSql } from './values/sql-text.ts'
export const roundUp: FormulaFunction = {
  name: 'roundUp',
  label: { 'zh-CN': '向上舍入', en: 'round up' },
  aliases: ['ROUNDUP'],
  params: [
    { name: 'number', type: 'number' },
    { name: 'decimals', type: 'number', optional: true },
  ],
  returns: 'number',
  // Away from zero, as Excel does; 0 to 12 decimals.
  evaluate: ([number = null, decimals = 0]) => {
    const places = asWhole(decimals, { min: 0, max: 12 })
    return places === null ? null : withDecimals([number], ([value]) => value?.toDecimalPlaces(places, 0) ?? null)
  },
  sql: ([number = 'NULL', decimals = '0']) =>
    sharedPair(
      { a: `${number}::numeric`, b: decimals === '0' ? '0' : wholeSql(decimals, { min: 0, max: 12 }) },
      (n, p) => `sign(${n}) * ceil(abs(${n}) * ('1e' || ${p})::numeric) * ('1e-' || ${p})::numeric`,
    ),
  sentence: ([number, decimals = '0'], locale) =>
    locale === 'zh-CN' ? `${number} 向上舍入到 ${decimals} 位小数` : `${number} rounded up to ${decimals} decimals`,
  examples: [
    { args: [2.301, 2], result: 2.31 },
    { args: [-2.1], result: -3 },
  ],
}
