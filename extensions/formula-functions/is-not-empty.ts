import type { FormulaFunction } from '@jieli/core'

export const isNotEmpty: FormulaFunction = {
  name: 'isNotEmpty',
  label: { 'zh-CN': '不为空', en: 'is not empty' },
  aliases: ['ISNOTBLANK', '有值'],
  params: [{ name: 'value', type: 'any' }],
  returns: 'boolean',
  mayAskCovered: true,
  evaluate: ([value]) =>
    !(value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)),
  sql: ([value = 'NULL'], _context, types) =>
    types[0] === 'list' ? `coalesce(cardinality(${value}), 0) > 0` : `${value} IS NOT NULL`,
  sentence: ([value], locale) => (locale === 'zh-CN' ? `${value} 不为空` : `${value} is not empty`),
  examples: [
    { args: [''], result: false },
    { args: [0], result: true },
    { args: [[]], result: false },
    { args: [' '], result: true },
  ],
}
