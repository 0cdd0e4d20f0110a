import type { FormulaFunction } from '@jieli/core'

export const isEmpty: FormulaFunction = {
  name: 'isEmpty',
  label: { 'zh-CN': '为空', en: 'is empty' },
  aliases: ['ISBLANK', 'ISEMPTY', '是空', '是空值'],
  params: [{ name: 'value', type: 'any' }],
  returns: 'boolean',
  mayAskCovered: true,
  evaluate: ([value]) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0),
  sql: ([value = 'NULL'], _context, types) =>
    types[0] === 'list' ? `coalesce(cardinality(${value}), 0) = 0` : `${value} IS NULL`,
  sentence: ([value], locale) => (locale === 'zh-CN' ? `${value} 为空` : `${value} is empty`),
  examples: [
    { args: [''], result: true },
    { args: [0], result: false },
    { args: [[]], result: true },
    { args: [' '], result: false },
  ],
}
