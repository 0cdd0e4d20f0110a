import { defineStart } from './values/define-start.ts'

export const startOfQuarter = defineStart({
  name: 'startOfQuarter',
  label: { 'zh-CN': '当季首日', en: 'start of the quarter' },
  aliases: ['STARTOFQUARTER'],
  period: 'quarter',
  examples: [{ args: ['2026-11-22'], result: '2026-10-01' }],
})
