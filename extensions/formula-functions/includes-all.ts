import type { FormulaFunction } from '@jieli/core'

export const includesAll: FormulaFunction = {
  name: 'includesAll',
  label: { 'zh-CN': '包括全部', en: 'includes all of' },
  aliases: ['INCLUDESALL'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '包括全部', en: 'INCLUDESALL' } },
  params: [
    { name: 'list', type: 'list' },
    { name: 'values', type: 'list' },
  ],
  returns: 'boolean',
  growsWithValue: true,
  // An empty list of values asks nothing that could be fulfilled.
  evaluate: ([list, values]) =>
    Array.isArray(list) && Array.isArray(values) && values.length > 0 && values.every((value) => list.includes(value)),
  sql: ([list = 'NULL', values = 'NULL']) => `${list}::text[] @> nullif(${values}::text[], '{}')`,
  sentence: ([list, values = ''], locale) =>
    locale === 'zh-CN' ? `${list} 包括全部${values.startsWith('（') ? '' : ' '}${values}` : `${list} includes all of ${values}`,
  examples: [
    {
      args: [
        ['a', 'b', 'c'],
        ['a', 'c'],
      ],
      result: true,
    },
    { args: [['a'], ['a', 'c']], result: false },
    { args: [['a'], []], result: false },
  ],
}
