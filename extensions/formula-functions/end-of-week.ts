import { defineEnd } from './values/define-end.ts'

export const endOfWeek = defineEnd({
  name: 'endOfWeek',
  label: { 'zh-CN': '当周周日', en: 'end of the week of' },
  aliases: ['ENDOFWEEK'],
  period: 'week',
  examples: [{ args: ['2026-11-20'], result: '2026-11-22' }],
})
