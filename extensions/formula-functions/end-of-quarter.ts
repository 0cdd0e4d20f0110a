import { defineEnd } from './values/define-end.ts'

export const endOfQuarter = defineEnd({
  name: 'endOfQuarter',
  label: { 'zh-CN': '当季末日', en: 'end of the quarter of' },
  aliases: ['ENDOFQUARTER'],
  period: 'quarter',
  examples: [{ args: ['2026-11-20'], result: '2026-12-31' }],
})
