import { defineClockPart } from './values/define-clock-part.ts'

export const minuteOf = defineClockPart({
  name: 'minuteOf',
  label: { 'zh-CN': '分钟', en: 'minute of' },
  aliases: ['MINUTE', '分'],
  part: 'minute',
  examples: [{ args: ['2026-11-20T15:59:58.9Z'], result: 59, context: { timeZone: 'Asia/Shanghai' } }],
})
