import { definePeriod } from './values/define-period.ts'

export const isToday = definePeriod({
  name: 'isToday',
  label: { 'zh-CN': '是今天', en: 'is today' },
  aliases: ['ISTODAY'],
  period: 'day',
  examples: [
    { args: ['2026-11-22'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    {
      args: ['2026-11-21T15:59:59.999Z'],
      result: false,
      context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' },
    },
    {
      args: ['2026-11-21T16:00:00.000Z'],
      result: true,
      context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' },
    },
  ],
})
