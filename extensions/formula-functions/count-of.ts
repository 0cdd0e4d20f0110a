import type { FormulaFunction } from '@jieli/core'

export const countOf: FormulaFunction = {
  name: 'countOf',
  label: { 'zh-CN': '项数', en: 'number of' },
  aliases: ['COUNTOF', 'LISTCOUNT'],
  params: [{ name: 'list', type: 'list', among: ['text', 'id'] }],
  returns: 'number',
  evaluate: ([list]) => (Array.isArray(list) ? list.length : 0),
  sql: ([list = 'NULL']) => `coalesce(cardinality(${list}::text[]), 0)::numeric`,
  sentence: ([list], locale) => (locale === 'zh-CN' ? `${list} 的项数` : `number of ${list}`),
  examples: [
    { args: [['a', 'b']], result: 2 },
    { args: [[]], result: 0 },
  ],
}
