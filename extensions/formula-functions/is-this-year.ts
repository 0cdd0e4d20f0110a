import { definePeriod } from './values/define-period.ts'

export const isThisYear = definePeriod({
  name: 'isThisYear',
  label: { 'zh-CN': '在今年', en: 'is this year' },
  aliases: ['ISTHISYEAR', '是今年'],
  period: 'year',
  ahead: 0,
  examples: [
    { args: ['2026-01-01'], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2020-02-29T00:00:00Z'], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
