import { defineEnd } from './values/define-end.ts'

export const endOfMonth = defineEnd({
  name: 'endOfMonth',
  label: { 'zh-CN': '当月末日', en: 'end of the month of' },
  aliases: ['ENDOFMONTH', '月末'],
  period: 'month',
  examples: [{ args: ['2024-02-03'], result: '2024-02-29' }],
})
