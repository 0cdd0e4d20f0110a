import { definePeriod } from './values/define-period.ts'

export const isThisWeek = definePeriod({
  name: 'isThisWeek',
  label: { 'zh-CN': '在本周', en: 'is this week' },
  aliases: ['ISTHISWEEK', '是本周'],
  period: 'week',
  examples: [
    { args: ['2026-11-16'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2026-11-23'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    {
      args: ['2026-11-15T16:00:00.000Z'],
      result: true,
      context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' },
    },
  ],
})
