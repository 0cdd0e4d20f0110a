import type { FormulaFunction } from '@jieli/core'
import { compareValues, scalarTypes } from './values/compare-values.ts'

export const isOneOf: FormulaFunction = {
  name: 'isOneOf',
  label: { 'zh-CN': '属于', en: 'is one of' },
  aliases: ['ISONEOF', '在列表中'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '属于', en: 'IN' } },
  params: [
    { name: 'value', type: 'any', among: scalarTypes },
    { name: 'list', type: 'list' },
  ],
  returns: 'boolean',
  growsWithValue: true,
  mayAskCovered: true,
  evaluate: ([value = null, list], _context, types) =>
    Array.isArray(list) && list.some((member) => compareValues(value, member, types[0]) === 0),
  sql: ([value = 'NULL', list = 'NULL']) => `${value} = ANY(${list})`,
  sentence: ([value, list = ''], locale) =>
    locale === 'zh-CN' ? `${value} 属于${list.startsWith('（') ? '' : ' '}${list}` : `${value} is one of ${list}`,
  examples: [
    { args: ['a', ['a', 'b']], result: true },
    { args: [2, [1, '2.0']], result: true },
    { args: ['a', []], result: false },
  ],
}
