import { orderedTypes } from './values/compare-values.ts'
import { defineComparison } from './values/define-comparison.ts'

export const atLeast = defineComparison({
  name: 'atLeast',
  label: { 'zh-CN': '大于或等于', en: 'is at least' },
  aliases: ['GTE', '不小于'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '>=', en: '>=' }, also: ['≥', '=>'] },
  among: orderedTypes,
  operator: '>=',
  holds: (order) => order >= 0,
  examples: [
    { args: [10, 10], result: true },
    { args: ['2026-11-20', '2026-11-21'], result: false },
  ],
})
