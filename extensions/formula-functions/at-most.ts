import { orderedTypes } from './values/compare-values.ts'
import { defineComparison } from './values/define-comparison.ts'

export const atMost = defineComparison({
  name: 'atMost',
  label: { 'zh-CN': '小于或等于', en: 'is at most' },
  aliases: ['LTE', '不大于'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '<=', en: '<=' }, also: ['≤', '=<'] },
  among: orderedTypes,
  operator: '<=',
  holds: (order) => order <= 0,
  examples: [
    { args: [10, 10], result: true },
    { args: [null, 10], result: false },
  ],
})
