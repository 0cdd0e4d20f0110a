import { civilDate, type DateBucket, type Value } from '@jieli/core'
import { instantOf } from '@jieli/core/time/zoned-time'
import type { Span } from '../board-time.ts'
import { bucketOf, nextBucket } from '../date-buckets.ts'

/** A point of a line: one key, a date or none. */
interface DatedPoint {
  keys: Value[]
  value: number | null
}

interface Line {
  bucket: DateBucket
  span: Span
  timeZone: string
  /** What a bucket without records shows: 0 for counts, null where there is nothing to reckon. */
  empty: number | null
}

/** Every bucket of a span, also those in which nothing happened: a line that leaves out empty days lies about the pace. */
export const fillBuckets = (found: readonly DatedPoint[], { bucket, span, timeZone, empty }: Line): DatedPoint[] => {
  const known = new Map(found.map((point) => [String(point.keys[0]), point]))
  const last = civilDate(instantOf(span.to), timeZone)
  const filled: DatedPoint[] = []
  for (let at = bucketOf(civilDate(instantOf(span.from), timeZone), bucket); at <= last; at = nextBucket(at, bucket))
    filled.push(known.get(at) ?? { keys: [at], value: empty })
  return filled
}
