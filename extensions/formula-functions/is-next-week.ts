import { definePeriod } from './values/define-period.ts'

export const isNextWeek = definePeriod({
  name: 'isNextWeek',
  label: { 'zh-CN': '在下周', en: 'is next week' },
  aliases: ['ISNEXTWEEK', '是下周'],
  period: 'week',
  ahead: 1,
  examples: [
    { args: ['2026-11-23'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2020-02-29T00:00:00Z'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
