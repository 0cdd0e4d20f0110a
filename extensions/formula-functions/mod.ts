import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'
import { shared, sharedPair } from './values/sql-text.ts'
export const mod: FormulaFunction = {
  name: 'mod',
  label: { 'zh-CN': '取余', en: 'remainder of' },
  aliases: ['MOD', '余数'],
  params: [
    { name: 'dividend', type: 'number' },
    { name: 'divisor', type: 'number' },
  ],
  returns: 'number',
  // The sign is the divisor's, as in Excel.
  evaluate: (args) =>
    withDecimals(args, ([a, b]) => {
      if (!a || !b || b.isZero()) return null
      const rest = a.mod(b)
      return rest.isZero() || rest.isNegative() === b.isNegative() ? rest : rest.plus(b)
    }),
  sql: ([a = 'NULL', b = 'NULL']) =>
    sharedPair({ a: `${a}::numeric`, b: `nullif(${b}::numeric, 0)` }, (x, y) =>
      shared(`mod(${x}, ${y})`, (r) => `${r} + CASE WHEN sign(${r}) * sign(${y}) < 0 THEN ${y} ELSE 0 END`),
    ),
  sentence: ([dividend, divisor], locale) =>
    locale === 'zh-CN' ? `${dividend} 除以 ${divisor} 的余数` : `remainder of ${dividend} divided by ${divisor}`,
  examples: [
    { args: [7, 3], result: 1 },
    { args: [-7, 3], result: 2 },
    { args: [7, 0], result: null },
    { args: [5.5, 2], result: 1.5 },
  ],
}
