import type { FormulaFunction } from '@jieli/core'
import { asWhole, withDecimals } from './values/decimal.ts'
import { shared, sharedPair, wholeSql } from './values/sql-text.ts'

const exponents = { min: 0, max: 60 }
/** Squares of squares: PostgreSQL's own power is not exact. */
const bits = [1, 2, 4, 8, 16, 32]
const greatest = '1e30'

export const power: FormulaFunction = {
  name: 'power',
  label: { 'zh-CN': '乘方', en: 'power' },
  aliases: ['POWER'],
  help: {
    'zh-CN': '指数是 0 到 60 的整数；底数和结果保留 12 位小数',
    en: 'The exponent is a whole number from 0 to 60; base and result keep 12 decimals',
  },
  notation: { position: 'infix', power: 'power', written: { 'zh-CN': '^', en: '^' } },
  params: [
    { name: 'base', type: 'number' },
    { name: 'exponent', type: 'number' },
  ],
  returns: 'number',
  evaluate: ([base = null, exponent]) => {
    const times = asWhole(exponent, exponents)
    return withDecimals([base], ([number]) => {
      const factor = number?.toDecimalPlaces(12, 4)
      if (!factor || times === null || factor.abs().gte(greatest)) return null
      let [result, square] = [factor.times(0).plus(1), factor]
      for (const bit of bits) {
        if (times & bit) result = result.times(square)
        square = square.times(square)
      }
      return result.abs().gte(greatest) ? null : result.toDecimalPlaces(12, 4)
    })
  },
  sql: ([base = 'NULL', exponent = 'NULL']) => {
    const bounded = shared(`round(${base}::numeric, 12)`, (b) => `CASE WHEN abs(${b}) < ${greatest} THEN ${b} END`)
    return sharedPair({ a: bounded, b: wholeSql(exponent, exponents) }, (b, n) => {
      const squares = bits
        .slice(1)
        .reduce(
          (from, bit) => `(SELECT *, s${bit / 2} * s${bit / 2} AS s${bit} FROM ${from} AS p${bit} OFFSET 0)`,
          `(SELECT ${b} AS s1, ${n} AS n)`,
        )
      const product = bits.map((bit) => `CASE WHEN n & ${bit} <> 0 THEN s${bit} ELSE 1 END`).join(' * ')
      const powered = `(SELECT CASE WHEN n IS NOT NULL AND s1 IS NOT NULL THEN ${product} END FROM ${squares} AS squares)`
      return shared(powered, (r) => `CASE WHEN abs(${r}) < ${greatest} THEN round(${r}, 12) END`)
    })
  },
  sentence: ([base, exponent], locale) =>
    locale === 'zh-CN' ? `${base} 的 ${exponent} 次方` : `${base} to the power of ${exponent}`,
  examples: [
    { args: [1.1, 2], result: 1.21 },
    { args: [-2, 3], result: -8 },
    { args: [0, 0], result: 1 },
    { args: [10, 31], result: null },
    { args: [2, -1], result: null },
  ],
}
