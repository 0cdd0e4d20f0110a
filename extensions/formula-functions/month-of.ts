import { civilParts } from './values/calendar.ts'
import { defineDatePart } from './values/define-date-part.ts'

export const monthOf = defineDatePart({
  name: 'monthOf',
  label: { 'zh-CN': '月份', en: 'month of' },
  aliases: ['MONTH', '月'],
  read: (day) => civilParts(day).month,
  part: 'month',
  examples: [
    { args: ['2026-11-22'], result: 11 },
    { args: [null], result: null },
  ],
})
