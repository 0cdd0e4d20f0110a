import type { FormulaFunction } from '@jieli/core'
import { withDecimals } from './values/decimal.ts'
import { shared, sharedPair } from './values/sql-text.ts'
export const ceiling: FormulaFunction = {
  name: 'ceiling',
  label: { 'zh-CN': '向上取整', en: 'ceiling of' },
  aliases: ['CEILING'],
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
      return rest.gt(0) ? whole.plus(step) : whole
    }),
  sql: ([number = 'NULL', multiple = '1']) =>
    sharedPair(
      { a: `${number}::numeric`, b: shared(`${multiple}::numeric`, (m) => `CASE WHEN ${m} > 0 THEN ${m} END`) },
      (n, m) => `${n} - mod(${n}, ${m}) + CASE WHEN mod(${n}, ${m}) > 0 THEN ${m} ELSE 0 END`,
    ),
  sentence: ([number, multiple = '1'], locale) =>
    locale === 'zh-CN' ? `${number} 向上取整到 ${multiple} 的倍数` : `ceiling of ${number} to a multiple of ${multiple}`,
  examples: [
    { args: [2.1], result: 3 },
    { args: [-2.1], result: -2 },
    { args: [23, 5], result: 25 },
    { args: [1, 0], result: null },
  ],
}
