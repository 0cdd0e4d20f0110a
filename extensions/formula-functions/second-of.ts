import { defineClockPart } from './values/define-clock-part.ts'

export const secondOf = defineClockPart({
  name: 'secondOf',
  label: { 'zh-CN': '秒', en: 'second of' },
  aliases: ['SECOND'],
  part: 'second',
  examples: [{ args: ['2026-11-20T15:59:58.9Z'], result: 58, context: { timeZone: 'Asia/Shanghai' } }],
})
