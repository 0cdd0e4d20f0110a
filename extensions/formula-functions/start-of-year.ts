import { defineStart } from './values/define-start.ts'

export const startOfYear = defineStart({
  name: 'startOfYear',
  label: { 'zh-CN': '当年首日', en: 'start of the year' },
  aliases: ['STARTOFYEAR'],
  period: 'year',
  examples: [{ args: ['2026-11-22'], result: '2026-01-01' }],
})
