import { defineDistance } from './values/define-distance.ts'

export const withinLastDays = defineDistance({
  name: 'withinLastDays',
  label: { 'zh-CN': '在最近几天内', en: 'within the last days' },
  aliases: ['WITHINLASTDAYS', '最近几天'],
  holds: ({ ago, span }) => ago >= 0n && ago < span,
  range: (time, { now, by }) => `${time} > ${by('-')} AND ${time} <= ${now}`,
  phrase: (time, days, locale) =>
    locale === 'zh-CN' ? `${time} 在最近 ${days} 天内` : `${time} is within the last ${days} days`,
  examples: [
    { args: ['2026-11-22', 1], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    {
      args: ['2026-11-14T16:30:00Z', 7],
      result: false,
      context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' },
    },
    {
      args: ['2026-11-14T16:30:00.001Z', 7],
      result: true,
      context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' },
    },
  ],
})
