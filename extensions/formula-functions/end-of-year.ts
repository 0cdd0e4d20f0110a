import { defineEnd } from './values/define-end.ts'

export const endOfYear = defineEnd({
  name: 'endOfYear',
  label: { 'zh-CN': '当年末日', en: 'end of the year of' },
  aliases: ['ENDOFYEAR'],
  period: 'year',
  examples: [{ args: ['2026-11-20'], result: '2026-12-31' }],
})
