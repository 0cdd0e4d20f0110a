import type { FormulaFunction } from '@jieli/core'

export const includes: FormulaFunction = {
  name: 'includes',
  label: { 'zh-CN': '包括', en: 'includes' },
  aliases: ['INCLUDES'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '包括', en: 'INCLUDES' } },
  params: [
    { name: 'list', type: 'list' },
    { name: 'value', type: 'any', among: ['text', 'id'] },
  ],
  returns: 'boolean',
  growsWithValue: true,
  evaluate: ([list, value]) => Array.isArray(list) && typeof value === 'string' && value !== '' && list.includes(value),
  sql: ([list = 'NULL', value = 'NULL']) => `${list} @> ARRAY[${value}]`,
  sentence: ([list, value], locale) => (locale === 'zh-CN' ? `${list} 包括 ${value}` : `${list} includes ${value}`),
  examples: [
    { args: [['a', 'b'], 'a'], result: true },
    { args: [[], 'a'], result: false },
    { args: [['a'], null], result: false },
  ],
}
