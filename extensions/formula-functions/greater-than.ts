import { orderedTypes } from './values/compare-values.ts'
import { defineComparison } from './values/define-comparison.ts'

export const greaterThan = defineComparison({
  name: 'greaterThan',
  label: { 'zh-CN': '大于', en: 'is greater than' },
  aliases: ['GT'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '>', en: '>' }, also: ['晚于'] },
  among: orderedTypes,
  operator: '>',
  holds: (order) => order > 0,
  examples: [
    { args: [10, 9], result: true },
    { args: ['10.01', 10.01], result: false },
    { args: ['😀', 'ｚ'], result: true },
  ],
})
