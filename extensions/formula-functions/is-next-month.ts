import { definePeriod } from './values/define-period.ts'

export const isNextMonth = definePeriod({
  name: 'isNextMonth',
  label: { 'zh-CN': '在下月', en: 'is next month' },
  aliases: ['ISNEXTMONTH', '是下月'],
  period: 'month',
  ahead: 1,
  examples: [
    { args: ['2026-12-01'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2020-02-29T00:00:00Z'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
