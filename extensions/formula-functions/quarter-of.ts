import { civilParts } from './values/calendar.ts'
import { defineDatePart } from './values/define-date-part.ts'

export const quarterOf = defineDatePart({
  name: 'quarterOf',
  label: { 'zh-CN': '季度', en: 'quarter of' },
  aliases: ['QUARTER'],
  read: (day) => Math.ceil(civilParts(day).month / 3),
  part: 'quarter',
  examples: [
    { args: ['2026-11-22'], result: 4 },
    { args: [null], result: null },
  ],
})
