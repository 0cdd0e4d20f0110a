import type { FormulaFunction } from '@jieli/core'
import { compareValues, scalarTypes } from './values/compare-values.ts'
import { shared } from './values/sql-text.ts'

export const switchOf: FormulaFunction = {
  name: 'switch',
  label: { 'zh-CN': '对照', en: 'look up' },
  aliases: ['SWITCH'],
  help: {
    'zh-CN': '先写看什么，再成对写“是什么, 得什么”；都不是就是空',
    en: 'What to look at, then pairs of value and result; absent when none fits',
  },
  params: [
    { name: 'value', type: 'any', among: scalarTypes, group: 'case' },
    { name: 'case', type: 'any', among: scalarTypes, group: 'case', rest: true },
    { name: 'result', type: 'any', among: scalarTypes, rest: true },
  ],
  returns: 'any',
  evaluate: ([value = null, ...pairs], _context, types) => {
    const at = pairs.findIndex((each, index) => index % 2 === 0 && compareValues(value, each, types[0]) === 0)
    return at === -1 ? null : (pairs[at + 1] ?? null)
  },
  sql: ([value = 'NULL', ...pairs]) =>
    shared(value, (v) => {
      const whens = pairs.flatMap((each, index) =>
        index % 2 === 0 ? `WHEN ${v} = ${each} THEN ${pairs[index + 1] ?? 'NULL'}` : [],
      )
      return `CASE ${whens.join(' ')} END`
    }),
  sentence: ([value, ...pairs], locale) => {
    const told = pairs.flatMap((each, index) => {
      if (index % 2 === 1) return []
      return locale === 'zh-CN' ? `是 ${each} 得 ${pairs[index + 1]}` : `${pairs[index + 1]} for ${each}`
    })
    return locale === 'zh-CN' ? `${value} ${told.join('，')}` : `by ${value}: ${told.join(', ')}`
  },
  examples: [
    { args: ['b', 'a', 1, 'b', 2], result: 2 },
    { args: [3, 1, 'x', '3.0', 'y'], result: 'y' },
    { args: ['z', 'a', 1], result: null },
  ],
}
