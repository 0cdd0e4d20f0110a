import type { FormulaFunction } from '@jieli/core'
import { scalarTypes } from './values/compare-values.ts'

export const coalesce: FormulaFunction = {
  name: 'coalesce',
  label: { 'zh-CN': '首个非空', en: 'first present' },
  aliases: ['COALESCE', 'FIRSTPRESENT', '空值替换'],
  params: [{ name: 'values', type: 'any', rest: true, among: scalarTypes }],
  returns: 'any',
  evaluate: (args) => args.find((arg) => arg !== null && arg !== '') ?? null,
  sql: (args) => `coalesce(${args.join(', ')})`,
  sentence: (args, locale) =>
    locale === 'zh-CN' ? `${args.join('、')} 中第一个非空的` : `the first present of ${args.join(', ')}`,
  examples: [
    { args: [null, 'b', 'c'], result: 'b' },
    { args: [null, null], result: null },
  ],
}
