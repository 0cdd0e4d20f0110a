import { scalarTypes } from './values/compare-values.ts'
import { defineComparison } from './values/define-comparison.ts'

export const notEquals = defineComparison({
  name: 'notEquals',
  label: { 'zh-CN': '不等于', en: 'is not' },
  aliases: ['NE'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '<>', en: '<>' }, also: ['!=', '≠'] },
  among: scalarTypes,
  operator: '<>',
  holds: (order) => order !== 0,
  examples: [
    { args: ['抖音', '线下'], result: true },
    { args: [null, '线下'], result: false },
  ],
})
