import type { FormulaFunction } from '@jieli/core'
import { compareValues, scalarTypes } from './values/compare-values.ts'

export const isNotOneOf: FormulaFunction = {
  name: 'isNotOneOf',
  label: { 'zh-CN': '不属于', en: 'is none of' },
  aliases: ['ISNONEOF'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '不属于', en: 'NOTIN' } },
  params: [
    { name: 'value', type: 'any', among: scalarTypes },
    { name: 'list', type: 'list' },
  ],
  returns: 'boolean',
  mayAskCovered: true,
  evaluate: ([value = null, list], _context, types) =>
    Array.isArray(list) &&
    list.length > 0 &&
    compareValues(value, value, types[0]) === 0 &&
    list.every((member) => compareValues(value, member, types[0]) !== 0),
  sql: ([value = 'NULL', list = 'NULL']) => `${value} <> ALL(nullif(${list}, '{}'))`,
  sentence: ([value, list = ''], locale) =>
    locale === 'zh-CN' ? `${value} 不属于${list.startsWith('（') ? '' : ' '}${list}` : `${value} is none of ${list}`,
  examples: [
    { args: ['c', ['a', 'b']], result: true },
    { args: [null, ['a']], result: false },
    { args: ['a', []], result: false },
  ],
}
