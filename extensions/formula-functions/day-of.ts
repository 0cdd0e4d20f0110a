import { civilParts } from './values/calendar.ts'
import { defineDatePart } from './values/define-date-part.ts'

export const dayOf = defineDatePart({
  name: 'dayOf',
  label: { 'zh-CN': '几号', en: 'day of' },
  aliases: ['DAY', '日'],
  read: (day) => civilParts(day).date,
  part: 'day',
  examples: [
    { args: ['2026-11-22'], result: 22 },
    { args: [null], result: null },
  ],
})
