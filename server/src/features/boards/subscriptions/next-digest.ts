import type { WorkingHours } from '@jieli/core'
import { hoursOn } from '@jieli/core/time/hours-on'
import { addDays, civilDate, instantOf, isoOf, weekdayOf, zonedInstant } from '@jieli/core/time/zoned-time'

/** When somebody wants to hear of a board. `weekday` 0 is Monday; daily ones have none. */
export interface DigestTimes {
  cadence: 'daily' | 'weekly'
  weekday: number | null
  /** `HH:MM` in the workspace's zone. */
  at: string
}

interface Around {
  timeZone: string
  /** Null: every day is one of work. */
  hours: WorkingHours | null
}

/** A calendar without work for so long never gets there; then the wish stands as it is. */
const LONGEST_BREAK_DAYS = 31

const isWorkday = (date: string, hours: WorkingHours | null): boolean =>
  hours === null || hoursOn(date, hours).ranges.length > 0

/** The day itself, or the first working day after it. */
const workdayFrom = (date: string, hours: WorkingHours | null): string => {
  for (let days = 0; days <= LONGEST_BREAK_DAYS; days++) if (isWorkday(addDays(date, days), hours)) return addDays(date, days)
  return date
}

/**
 * The next moment after `now`: each working day, or each week on its day. A week's day that is a holiday moves to the next
 * working day, so that a week is never left out.
 *
 * @example nextDigest({ cadence: 'weekly', weekday: 0, at: '09:00' }, '2026-11-22T05:00:00.000Z', { timeZone: 'Asia/Shanghai', hours: null })
 * // '2026-11-23T01:00:00.000Z'
 */
export const nextDigest = ({ cadence, weekday, at }: DigestTimes, now: string, { timeZone, hours }: Around): string => {
  const today = civilDate(instantOf(now), timeZone)
  const monday = addDays(today, -weekdayOf(today))
  // A week's day may have moved into this week from the one before.
  const wishes =
    cadence === 'daily'
      ? Array.from({ length: 2 }, (_, days) => addDays(today, days))
      : [-7, 0, 7].map((days) => addDays(monday, days + (weekday ?? 0)))
  const moments = wishes
    .map((date) => zonedInstant(workdayFrom(date, hours), at, timeZone))
    .filter((moment) => moment > instantOf(now))
  return isoOf(Math.min(...moments))
}
