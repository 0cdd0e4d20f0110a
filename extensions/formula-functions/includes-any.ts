import type { FormulaFunction } from '@jieli/core'

export const includesAny: FormulaFunction = {
  name: 'includesAny',
  label: { 'zh-CN': '包括任一', en: 'includes any of' },
  aliases: ['INCLUDESANY'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '包括任一', en: 'INCLUDESANY' } },
  params: [
    { name: 'list', type: 'list' },
    { name: 'values', type: 'list' },
  ],
  returns: 'boolean',
  growsWithValue: true,
  evaluate: ([list, values]) => Array.isArray(list) && Array.isArray(values) && values.some((value) => list.includes(value)),
  sql: ([list = 'NULL', values = 'NULL']) => `${list}::text[] && ${values}::text[]`,
  sentence: ([list, values = ''], locale) =>
    locale === 'zh-CN' ? `${list} 包括任一${values.startsWith('（') ? '' : ' '}${values}` : `${list} includes any of ${values}`,
  examples: [
    {
      args: [
        ['a', 'b'],
        ['b', 'c'],
      ],
      result: true,
    },
    { args: [['a'], []], result: false },
  ],
}
