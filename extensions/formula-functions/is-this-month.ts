import { definePeriod } from './values/define-period.ts'

export const isThisMonth = definePeriod({
  name: 'isThisMonth',
  label: { 'zh-CN': '在本月', en: 'is this month' },
  aliases: ['ISTHISMONTH', '是本月'],
  period: 'month',
  examples: [
    { args: ['2026-11-30'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2026-12-01'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: [null], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
