import { civilDate, type DateBucket } from '@jieli/core'
import { addDays, instantOf, isoOf, zonedInstant } from '@jieli/core/time/zoned-time'
import { bucketBefore, bucketOf, nextBucket } from './date-buckets.ts'

export type BoardRange = 'today' | 'week' | 'month'
/** Cards of one's own also look further back. */
export type BoardStretch = BoardRange | 'quarter' | 'year'

/** From one instant to another, both included. */
export interface Span {
  from: string
  to: string
}

/** The times a board is reckoned over. */
export interface BoardTime {
  now: string
  timeZone: string
  range: Span
  /** The stretch before of the same length: this Monday to now beside last Monday to the same hour. */
  previous: Span
  /** The end of the range when it will be over: what targets are reckoned for. */
  until: string
  /** The civil dates of the trend, the last is today. */
  days: readonly string[]
}

const TREND_DAYS = 12

const startOf = (date: string, timeZone: string): number => zonedInstant(date, '00:00', timeZone)

const bucketOfRange = (range: BoardStretch): DateBucket => (range === 'today' ? 'day' : range)

/** Weeks begin on Monday; days, weeks and months are those of the workspace's zone. */
export const boardTime = (now: string, timeZone: string, range: BoardStretch): BoardTime => {
  const at = instantOf(now)
  const today = civilDate(at, timeZone)
  const bucket = bucketOfRange(range)
  const first = bucketOf(today, bucket)
  const from = startOf(first, timeZone)
  const before = startOf(bucketBefore(first, bucket), timeZone)
  return {
    now,
    timeZone,
    range: { from: isoOf(from), to: now },
    // A shorter month ends before its like of today: its stretch must not reach into this one.
    previous: { from: isoOf(before), to: isoOf(Math.min(before + (at - from), from - 1)) },
    until: isoOf(startOf(nextBucket(first, bucket), timeZone)),
    days: Array.from({ length: TREND_DAYS }, (_, index) => addDays(today, index + 1 - TREND_DAYS)),
  }
}

/** A civil date as a span. */
export const spanOfDay = (date: string, timeZone: string): Span => ({
  from: isoOf(startOf(date, timeZone)),
  to: isoOf(startOf(addDays(date, 1), timeZone) - 1),
})

export const shifted = (span: Span, milliseconds: number): Span => ({
  from: isoOf(instantOf(span.from) + milliseconds),
  to: isoOf(instantOf(span.to) + milliseconds),
})
