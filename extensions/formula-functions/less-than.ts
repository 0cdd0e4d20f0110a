import { orderedTypes } from './values/compare-values.ts'
import { defineComparison } from './values/define-comparison.ts'

export const lessThan = defineComparison({
  name: 'lessThan',
  label: { 'zh-CN': '小于', en: 'is less than' },
  aliases: ['LT'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '<', en: '<' }, also: ['早于'] },
  among: orderedTypes,
  operator: '<',
  holds: (order) => order < 0,
  examples: [
    { args: [9, 10], result: true },
    { args: ['2026-11-21T00:00:00Z', '2026-11-21T08:00:00+08:00'], result: false },
  ],
})
