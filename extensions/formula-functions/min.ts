import { defineExtreme } from './values/define-extreme.ts'

export const min = defineExtreme({
  name: 'min',
  label: { 'zh-CN': '最小', en: 'the least' },
  aliases: ['MIN', '最小值', '最早'],
  isBetter: (order) => order < 0,
  sql: 'least',
  examples: [
    { args: [3, null, 1.5], result: 1.5 },
    { args: ['2026-11-22', '2026-11-21'], result: '2026-11-21' },
    { args: [null], result: null },
  ],
})
