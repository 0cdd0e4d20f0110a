import type { ClockRange, WorkingHours } from './working-calendar.ts'
import { weekdayOf, zonedInstant } from './zoned-time.ts'

/** The hours of one civil date, and, when the date has none, why. */
export interface DayHours {
  ranges: readonly ClockRange[]
  why: 'weekend' | 'holiday' | 'exception' | null
  name?: string
}

/** Weekday hours for a make-up day: the first of Monday to Friday that has any. */
const weekdayHours = (week: readonly ClockRange[][]): ClockRange[] => week.slice(0, 5).find((ranges) => ranges.length > 0) ?? []

/**
 * Which hours a date has. Own exceptions come before statutory days, those before the week. A make-up workday keeps the
 * hours its weekday has anyway (a campus that opens on Sundays), and takes weekday hours otherwise.
 */
export const hoursOn = (date: string, { calendar, holidays }: WorkingHours): DayHours => {
  const exception = calendar.exceptions[date]
  if (exception) return { ranges: exception, why: exception.length > 0 ? null : 'exception' }
  const statutory = calendar.chineseHolidays ? holidays[date] : undefined
  if (statutory?.kind === 'holiday') return { ranges: [], why: 'holiday', name: statutory.name }
  const usual = calendar.week[weekdayOf(date)] ?? []
  const ranges = statutory?.kind === 'workday' && usual.length === 0 ? weekdayHours(calendar.week) : usual
  return { ranges, why: ranges.length > 0 ? null : 'weekend' }
}

/** A stretch of working time: instants, the end excluded. */
export interface Stretch {
  from: number
  to: number
}

/** The date's hours as instants in order, overlaps joined, empty ones gone. */
export const stretchesOn = (ranges: readonly ClockRange[], date: string, timeZone: string): Stretch[] => {
  const sorted = ranges
    .map(([from, to]) => ({ from: zonedInstant(date, from, timeZone), to: zonedInstant(date, to, timeZone) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const joined: Stretch[] = []
  for (const stretch of sorted) {
    const last = joined.at(-1)
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else joined.push({ ...stretch })
  }
  return joined
}
