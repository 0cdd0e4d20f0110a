import { defineStart } from './values/define-start.ts'

export const startOfMonth = defineStart({
  name: 'startOfMonth',
  label: { 'zh-CN': '当月一日', en: 'start of the month' },
  aliases: ['STARTOFMONTH'],
  period: 'month',
  examples: [
    { args: ['2026-11-22'], result: '2026-11-01' },
    { args: ['2026-10-31T16:00:00Z'], result: '2026-10-31T16:00:00.000Z', context: { timeZone: 'Asia/Shanghai' } },
  ],
})
