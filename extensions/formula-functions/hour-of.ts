import { defineClockPart } from './values/define-clock-part.ts'

export const hourOf = defineClockPart({
  name: 'hourOf',
  label: { 'zh-CN': '小时', en: 'hour of' },
  aliases: ['HOUR', '时'],
  part: 'hour',
  examples: [{ args: ['2026-11-20T15:59:58.9Z'], result: 23, context: { timeZone: 'Asia/Shanghai' } }],
})
