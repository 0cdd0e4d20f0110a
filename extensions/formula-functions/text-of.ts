import type { FormulaFunction } from '@jieli/core'
import { asDecimal, asWhole } from './values/decimal.ts'
import { wholeSql } from './values/sql-text.ts'
export const textOf: FormulaFunction = {
  name: 'textOf',
  label: { 'zh-CN': '转文字', en: 'text of' },
  aliases: ['TEXT'],
  params: [
    { name: 'number', type: 'number' },
    { name: 'decimals', type: 'number', optional: true },
  ],
  returns: 'text',
  evaluate: ([number = null, decimals]) => {
    const value = asDecimal(number)
    const places = decimals === undefined ? undefined : asWhole(decimals, { min: 0, max: 12 })
    if (value === null || places === null) return null
    const text = places === undefined ? value.toFixed() : value.toFixed(places, 4)
    return /^-[0.]+$/.test(text) ? text.slice(1) : text
  },
  sql: ([number = 'NULL', decimals]) =>
    decimals === undefined
      ? `trim_scale(${number}::numeric)::text`
      : `round(${number}::numeric, ${wholeSql(decimals, { min: 0, max: 12 })})::text`,
  sentence: ([number, decimals], locale) =>
    locale === 'zh-CN'
      ? `${number} 写成文字${decimals === undefined ? '' : `（${decimals} 位小数）`}`
      : `${number} as text${decimals === undefined ? '' : ` with ${decimals} decimals`}`,
  examples: [
    { args: [12.5], result: '12.5' },
    { args: [12.345, 2], result: '12.35' },
    { args: ['-0.001', 2], result: '0.00' },
  ],
}
