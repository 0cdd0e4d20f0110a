import { defineExtreme } from './values/define-extreme.ts'

export const max = defineExtreme({
  name: 'max',
  label: { 'zh-CN': '最大', en: 'the greatest' },
  aliases: ['MAX', '最大值', '最晚'],
  isBetter: (order) => order > 0,
  sql: 'greatest',
  examples: [
    { args: [3, null, 1.5], result: 3 },
    { args: ['ｚ', '😀'], result: '😀' },
  ],
})
