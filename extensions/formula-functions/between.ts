import type { FormulaFunction } from '@jieli/core'
import { compareValues, orderedTypes } from './values/compare-values.ts'
import { ordered, shared } from './values/sql-text.ts'

export const between: FormulaFunction = {
  name: 'between',
  label: { 'zh-CN': '介于', en: 'is between' },
  aliases: ['BETWEEN'],
  params: [
    { name: 'value', type: 'any', among: orderedTypes },
    { name: 'from', type: 'any', among: orderedTypes },
    { name: 'to', type: 'any', among: orderedTypes },
  ],
  returns: 'boolean',
  evaluate: ([value, from, to], _context, types) => {
    const [low, high] = [compareValues(value, from, types[0]), compareValues(value, to, types[0])]
    return low !== null && high !== null && low >= 0 && high <= 0
  },
  sql: ([value = 'NULL', from = 'NULL', to = 'NULL'], _context, types) =>
    shared(value, (v) => `${ordered(v, types[0])} >= ${from} AND ${ordered(v, types[0])} <= ${to}`),
  sentence: ([value, from, to], locale) =>
    locale === 'zh-CN' ? `${value} 介于 ${from} 与 ${to} 之间` : `${value} is between ${from} and ${to}`,
  examples: [
    { args: [5, 1, 5], result: true },
    { args: [6, 1, 5], result: false },
    { args: [null, 1, 5], result: false },
  ],
}
