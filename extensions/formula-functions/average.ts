import type { FormulaFunction } from '@jieli/core'
import { asDecimal, withDecimals } from './values/decimal.ts'
export const average: FormulaFunction = {
  name: 'average',
  label: { 'zh-CN': '平均', en: 'average of' },
  aliases: ['AVERAGE', '平均值', 'AVG'],
  params: [
    { name: 'first', type: 'number' },
    { name: 'others', type: 'number', rest: true, optional: true },
  ],
  returns: 'number',
  // Of those present; twelve decimals, as division gives.
  evaluate: (args) => {
    const present = args.filter((arg) => asDecimal(arg) !== null)
    return withDecimals(present, (numbers) =>
      numbers.length === 0
        ? null
        : numbers
            .reduce((a, b) => a.plus(b))
            .times('1e13')
            .divToInt(numbers.length)
            .times('1e-13')
            .toDecimalPlaces(12, 4),
    )
  },
  sql: (args) =>
    `(SELECT round(div(sum(given.value) * 1e13, nullif(count(given.value), 0)) * 1e-13, 12) FROM unnest(ARRAY[${args.map((arg) => `${arg}::numeric`).join(', ')}]) AS given(value))`,
  sentence: (args, locale) => (locale === 'zh-CN' ? `${args.join('、')} 的平均` : `average of ${args.join(', ')}`),
  examples: [
    { args: [1, null, 2], result: 1.5 },
    { args: [null], result: null },
    { args: [1, 1, 2], result: 1.333333333333 },
  ],
}
