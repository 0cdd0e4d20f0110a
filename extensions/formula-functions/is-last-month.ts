import { definePeriod } from './values/define-period.ts'

export const isLastMonth = definePeriod({
  name: 'isLastMonth',
  label: { 'zh-CN': '在上月', en: 'was last month' },
  aliases: ['ISLASTMONTH', '是上月'],
  period: 'month',
  ahead: -1,
  examples: [
    { args: ['2026-10-31'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2020-02-29T00:00:00Z'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
