import { call, civilDate, field, literal, type Expression, type QueryCard, type Value, type ValueType } from '@jieli/core'
import { instantOf, isoOf, zonedInstant } from '@jieli/core/time/zoned-time'
import { all } from '../board-conditions.ts'
import type { Span } from '../board-time.ts'
import { nextBucket } from '../date-buckets.ts'

type Key = QueryCard['groupBy'][number]
type Bucket = NonNullable<Key['bucket']>

const starts: Record<Bucket, string | null> = {
  day: null,
  week: 'startOfWeek',
  month: 'startOfMonth',
  quarter: 'startOfQuarter',
  year: 'startOfYear',
}

/** Whether values are points in time, which are grouped by their day or longer. */
export const isDated = (type: ValueType): boolean => type === 'date' || type === 'instant'

/** What a key groups by: the value itself, or the civil date at which its bucket begins. */
export const keyExpression = (key: Key, type: ValueType): Expression => {
  if (!isDated(type)) return field(key.field)
  const day = type === 'instant' ? call('dateOf', field(key.field)) : field(key.field)
  const start = starts[key.bucket ?? 'day']
  return start === null ? day : call(start, day)
}

/** The condition that a dated field lies in a span; a field of dates has no hours to compare. */
export const datedWithin = (path: string, type: ValueType, { from, to }: Span, timeZone: string): Expression => {
  const edge = (iso: string): Expression => literal(type === 'date' ? civilDate(instantOf(iso), timeZone) : iso)
  return all(call('atLeast', field(path), edge(from)), call('atMost', field(path), edge(to)))
}

/** The records of one group: `value` null are those without. */
export const inGroup = (key: Key, type: ValueType, value: Value, timeZone: string): Expression => {
  if (value === null) return call('isEmpty', field(key.field))
  if (!isDated(type)) return call('equals', field(key.field), literal(value))
  const start = String(value)
  const end = nextBucket(start, key.bucket ?? 'day')
  return datedWithin(
    key.field,
    type,
    { from: isoOf(zonedInstant(start, '00:00', timeZone)), to: isoOf(zonedInstant(end, '00:00', timeZone) - 1) },
    timeZone,
  )
}

/** The records of none of these groups; what has no value is in none but that of those without. */
export const inNoGroup = (key: Key, type: ValueType, values: readonly Value[], timeZone: string): Expression =>
  all(...values.map((value) => call('not', inGroup(key, type, value, timeZone))))
