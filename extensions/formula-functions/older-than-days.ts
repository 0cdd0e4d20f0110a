import { defineDistance } from './values/define-distance.ts'

export const olderThanDays = defineDistance({
  name: 'olderThanDays',
  label: { 'zh-CN': '早于几天前', en: 'older than days' },
  aliases: ['OLDERTHANDAYS'],
  holds: ({ ago, span }) => ago >= span,
  range: (time, { by }) => `${time} <= ${by('-')}`,
  phrase: (time, days, locale) => (locale === 'zh-CN' ? `${time} 早于 ${days} 天前` : `${time} is more than ${days} days ago`),
  examples: [
    {
      args: ['2026-11-14T16:30:00Z', 7],
      result: true,
      context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' },
    },
    { args: [null, 7], result: false, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
})
