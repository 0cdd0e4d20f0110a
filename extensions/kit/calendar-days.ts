import { offsetOfWall } from '@jieli/core/time/zone-offset'
import { addDays, civilDate, instantOf, wallText, weekdayOf } from '@jieli/core/time/zoned-time'

/** A day on the calendar of one time zone. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  date: string
  /** 0 is Monday. */
  weekday: number
}

/** The wall clock of a zone at an instant: `2026-11-22T14:00`. */
export const wallClock = (instant: Date, timeZone: string): string => wallText(instant.getTime(), timeZone).slice(0, 16)

/** Today in the zone and the days after it, `count` in all. */
export const daysFrom = (now: string, timeZone: string, count: number): CalendarDay[] => {
  const today = civilDate(instantOf(now), timeZone)
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(today, index)
    return { date, weekday: weekdayOf(date) }
  })
}

/** A wall clock with the zone's offset at that moment: `2026-11-22T14:00+08:00`. Skipped and repeated times: `offsetOfWall`. */
export const withOffset = (wall: string, timeZone: string): string => {
  const seconds = offsetOfWall(Date.parse(`${wall}Z`), timeZone) / 1_000
  const size = new Date(Math.abs(seconds) * 1_000).toISOString().slice(11, 19)
  return `${wall}${seconds < 0 ? '-' : '+'}${size.replace(/:00$/, '')}`
}
