import { parseInstant, type FormulaFunction } from '@jieli/core'

export const minutesBetween: FormulaFunction = {
  name: 'minutesBetween',
  label: { 'zh-CN': '相隔分钟', en: 'minutes between' },
  aliases: ['MINUTESBETWEEN', '分钟差'],
  params: [
    { name: 'from', type: 'instant' },
    { name: 'to', type: 'instant' },
  ],
  returns: 'number',
  // Whole minutes, cut towards zero; negative when the second comes first.
  evaluate: ([from, to]) => {
    const [start, end] = [from, to].map((time) => (typeof time === 'string' ? parseInstant(time) : null))
    return typeof start === 'bigint' && typeof end === 'bigint' ? Number((end - start) / 60_000_000n) : null
  },
  sql: ([from = 'NULL', to = 'NULL']) => `div(extract(epoch FROM (${to} - ${from})), 60)`,
  sentence: ([from, to], locale) => (locale === 'zh-CN' ? `${from} 到 ${to} 的分钟数` : `minutes from ${from} to ${to}`),
  examples: [
    { args: ['2026-11-21T00:00:00Z', '2026-11-21T00:01:59Z'], result: 1 },
    { args: ['2026-11-21T00:01:30Z', '2026-11-21T00:00:00Z'], result: -1 },
  ],
}
