import type { FormulaFunction } from '@jieli/core'
import { asDecimal, asWhole } from './values/decimal.ts'
import { shared, wholeSql } from './values/sql-text.ts'
export const formatNumber: FormulaFunction = {
  name: 'formatNumber',
  label: { 'zh-CN': '千分位', en: 'format number' },
  aliases: ['FORMATNUMBER', '数字格式'],
  params: [
    { name: 'number', type: 'number' },
    { name: 'decimals', type: 'number', optional: true },
  ],
  returns: 'text',
  evaluate: ([number = null, decimals = 0]) => {
    const [value, places] = [asDecimal(number), asWhole(decimals, { min: 0, max: 12 })]
    if (value === null || places === null) return null
    const [whole = '', rest] = value.toFixed(places, 4).split('.')
    const text = whole.replace(/([0-9])(?=([0-9]{3})+$)/g, '$1,') + (rest === undefined ? '' : `.${rest}`)
    return /^-[0.]+$/.test(text) ? text.slice(1) : text
  },
  sql: ([number = 'NULL', decimals = '0']) =>
    shared(
      `round(${number}::numeric, ${decimals === '0' ? '0' : wholeSql(decimals, { min: 0, max: 12 })})::text`,
      (t) =>
        `regexp_replace(split_part(${t}, '.', 1), '([0-9])(?=([0-9]{3})+$)', '\\1,', 'g') || coalesce(substr(${t}, nullif(strpos(${t}, '.'), 0)), '')`,
    ),
  sentence: ([number, decimals = '0'], locale) =>
    locale === 'zh-CN'
      ? `${number} 写成千分位（${decimals} 位小数）`
      : `${number} with thousands separators and ${decimals} decimals`,
  examples: [
    { args: [1234567.5, 2], result: '1,234,567.50' },
    { args: [-1234], result: '-1,234' },
  ],
}
