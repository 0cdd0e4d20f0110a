import { civilParts } from './values/calendar.ts'
import { defineDatePart } from './values/define-date-part.ts'

export const yearOf = defineDatePart({
  name: 'yearOf',
  label: { 'zh-CN': '年份', en: 'year of' },
  aliases: ['YEAR', '年'],
  read: (day) => civilParts(day).year,
  part: 'year',
  examples: [
    { args: ['2026-11-22'], result: 2026 },
    { args: [null], result: null },
  ],
})
