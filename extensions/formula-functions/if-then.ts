import type { FormulaFunction } from '@jieli/core'
import { scalarTypes } from './values/compare-values.ts'

export const ifThen: FormulaFunction = {
  name: 'if',
  label: { 'zh-CN': '如果', en: 'if' },
  aliases: ['条件判断'],
  params: [
    { name: 'condition', type: 'boolean' },
    { name: 'then', type: 'any', among: scalarTypes },
    { name: 'otherwise', type: 'any', among: scalarTypes, optional: true },
  ],
  returns: 'any',
  evaluate: ([condition, then = null, otherwise = null]) => (condition === true ? then : otherwise),
  sql: ([condition = 'NULL', then = 'NULL', otherwise = 'NULL']) => `CASE WHEN ${condition} THEN ${then} ELSE ${otherwise} END`,
  sentence: ([condition, then, otherwise], locale) =>
    locale === 'zh-CN'
      ? `如果 ${condition} 则 ${then}${otherwise === undefined ? '' : ` 否则 ${otherwise}`}`
      : `if ${condition} then ${then}${otherwise === undefined ? '' : ` else ${otherwise}`}`,
  examples: [
    { args: [true, 'a', 'b'], result: 'a' },
    { args: [null, 1, 2], result: 2 },
    { args: [false, 1], result: null },
  ],
}
