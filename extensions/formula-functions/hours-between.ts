import { parseInstant, type FormulaFunction } from '@jieli/core'

export const hoursBetween: FormulaFunction = {
  name: 'hoursBetween',
  label: { 'zh-CN': '相隔小时', en: 'hours between' },
  aliases: ['HOURSBETWEEN', '小时差'],
  params: [
    { name: 'from', type: 'instant' },
    { name: 'to', type: 'instant' },
  ],
  returns: 'number',
  // Whole hours, cut towards zero; negative when the second comes first.
  evaluate: ([from, to]) => {
    const [start, end] = [from, to].map((time) => (typeof time === 'string' ? parseInstant(time) : null))
    return typeof start === 'bigint' && typeof end === 'bigint' ? Number((end - start) / 3_600_000_000n) : null
  },
  sql: ([from = 'NULL', to = 'NULL']) => `div(extract(epoch FROM (${to} - ${from})), 3600)`,
  sentence: ([from, to], locale) => (locale === 'zh-CN' ? `${from} 到 ${to} 的小时数` : `hours from ${from} to ${to}`),
  examples: [
    { args: ['2026-11-21T00:00:00Z', '2026-11-23T00:59:00Z'], result: 48 },
    { args: ['2026-11-21T02:00:00Z', '2026-11-21T00:30:00Z'], result: -1 },
  ],
}
