import { defineDistance } from './values/define-distance.ts'

export const withinNextDays = defineDistance({
  name: 'withinNextDays',
  label: { 'zh-CN': '在未来几天内', en: 'within the next days' },
  aliases: ['WITHINNEXTDAYS', '未来几天'],
  holds: ({ ago, span }, isDate) => (isDate ? ago <= 0n && -ago < span : ago < 0n && -ago <= span),
  range: (time, { now, by, isDate }) =>
    isDate ? `${time} >= ${now} AND ${time} < ${by('+')}` : `${time} > ${now} AND ${time} <= ${by('+')}`,
  phrase: (time, days, locale) =>
    locale === 'zh-CN' ? `${time} 在未来 ${days} 天内` : `${time} is within the next ${days} days`,
  examples: [
    { args: ['2026-11-22', 1], result: true, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    {
      args: ['2026-11-21T16:30:00Z', 1],
      result: false,
      context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' },
    },
  ],
})
