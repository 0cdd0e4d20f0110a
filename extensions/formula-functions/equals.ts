import { scalarTypes } from './values/compare-values.ts'
import { defineComparison } from './values/define-comparison.ts'

export const equals = defineComparison({
  name: 'equals',
  label: { 'zh-CN': '等于', en: 'is' },
  aliases: ['EQ'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '=', en: '=' }, also: ['=='] },
  among: scalarTypes,
  operator: '=',
  holds: (order) => order === 0,
  examples: [
    { args: ['抖音', '抖音'], result: true },
    { args: [0.3, '0.30'], result: true },
    { args: ['', ''], result: false },
    { args: ['A', 'a'], result: false },
  ],
})
