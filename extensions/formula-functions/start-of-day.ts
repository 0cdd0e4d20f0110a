import { defineStart } from './values/define-start.ts'

export const startOfDay = defineStart({
  name: 'startOfDay',
  label: { 'zh-CN': '当天零点', en: 'start of the day' },
  aliases: ['STARTOFDAY'],
  period: 'day',
  examples: [{ args: ['2026-11-20T16:30:00Z'], result: '2026-11-20T16:00:00.000Z', context: { timeZone: 'Asia/Shanghai' } }],
})
