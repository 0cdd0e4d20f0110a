import { definePeriod } from './values/define-period.ts'

export const isThisQuarter = definePeriod({
  name: 'isThisQuarter',
  label: { 'zh-CN': '在本季度', en: 'is this quarter' },
  aliases: ['ISTHISQUARTER', '是本季度'],
  period: 'quarter',
  ahead: 0,
  examples: [
    { args: ['2026-10-01'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2020-02-29T00:00:00Z'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
