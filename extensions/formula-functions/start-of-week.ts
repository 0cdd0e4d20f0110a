import { defineStart } from './values/define-start.ts'

export const startOfWeek = defineStart({
  name: 'startOfWeek',
  label: { 'zh-CN': '当周周一', en: 'start of the week' },
  aliases: ['STARTOFWEEK'],
  period: 'week',
  examples: [{ args: ['2026-11-22'], result: '2026-11-16' }],
})
