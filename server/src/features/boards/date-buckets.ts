import type { DateBucket } from '@jieli/core'
import { addDays, weekdayOf } from '@jieli/core/time/zoned-time'

/** Longer than the bucket, and shorter than two. */
const beyond: Record<DateBucket, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }

const quarterOf = (day: string): string => String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')

/**
 * The civil date at which the bucket of a day begins; weeks begin on Monday.
 *
 * @example bucketOf('2026-11-22', 'quarter') // 2026-10-01
 */
export const bucketOf = (day: string, bucket: DateBucket): string => {
  if (bucket === 'day') return day
  if (bucket === 'week') return addDays(day, -weekdayOf(day))
  if (bucket === 'year') return `${day.slice(0, 4)}-01-01`
  return bucket === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 5)}${quarterOf(day)}-01`
}

/** Where the next bucket begins: `nextBucket('2026-01-01', 'month')` is 2026-02-01. */
export const nextBucket = (start: string, bucket: DateBucket): string => bucketOf(addDays(start, beyond[bucket]), bucket)

export const bucketBefore = (start: string, bucket: DateBucket): string => bucketOf(addDays(start, -1), bucket)
