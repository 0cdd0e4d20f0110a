import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'
import { shared, sharedPair } from './values/sql-text.ts'
export const floor: FormulaFunction = {
  name: 'floor',
  label: { 'zh-CN': '向下取整', en: 'floor of' },
  aliases: ['FLOOR', 'INT', '取整'],
  params: [
    { name: 'number', type: 'number' },
    { name: 'multiple', type: 'number', optional: true },
  ],
  returns: 'number',
  // To a multiple of 1, or of a greater one; multiples that are not positive are none.
  evaluate: ([number = null, multiple = 1]) =>
    withDecimals([number, multiple], ([value, step]) => {
      if (!value || !step?.gt(0)) return null
      const rest = value.mod(step)
      const whole = value.minus(rest)
      return rest.lt(0) ? whole.minus(step) : whole
    }),
  sql: ([number = 'NULL', multiple = '1']) =>
    sharedPair(
      { a: `${number}::numeric`, b: shared(`${multiple}::numeric`, (m) => `CASE WHEN ${m} > 0 THEN ${m} END`) },
      (n, m) => `${n} - mod(${n}, ${m}) - CASE WHEN mod(${n}, ${m}) < 0 THEN ${m} ELSE 0 END`,
    ),
  sentence: ([number, multiple = '1'], locale) =>
    locale === 'zh-CN' ? `${number} 向下取整到 ${multiple} 的倍数` : `floor of ${number} to a multiple of ${multiple}`,
  examples: [
    { args: [2.9], result: 2 },
    { args: [-2.1], result: -3 },
    { args: [23, 5], result: 20 },
    { args: [1, -1], result: null },
  ],
}
