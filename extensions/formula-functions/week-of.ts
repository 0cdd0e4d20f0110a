import { dayNumber, formatCivilDate, weekdayOfDay } from '@jieli/core'
import { defineDatePart } from './values/define-date-part.ts'

/** Weeks begin on Monday; the first of a year is the one with its first Thursday, as in ISO 8601 and GB/T 7408. */
export const weekOf = defineDatePart({
  name: 'weekOf',
  label: { 'zh-CN': '第几周', en: 'week of' },
  aliases: ['WEEKNUM', 'ISOWEEKNUM'],
  read: (day) => {
    const thursday = day - weekdayOfDay(day) + 4
    const newYear = dayNumber(Number(formatCivilDate(thursday).slice(0, 4)), 1, 1)
    return Math.floor((thursday - newYear) / 7) + 1
  },
  part: 'week',
  examples: [
    { args: ['2026-01-01'], result: 1 },
    { args: ['2027-01-01'], result: 53 },
  ],
})
