import { definePeriod } from './values/define-period.ts'

export const isLastWeek = definePeriod({
  name: 'isLastWeek',
  label: { 'zh-CN': '在上周', en: 'was last week' },
  aliases: ['ISLASTWEEK', '是上周'],
  period: 'week',
  ahead: -1,
  examples: [
    { args: ['2026-11-15'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2020-02-29T00:00:00Z'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
