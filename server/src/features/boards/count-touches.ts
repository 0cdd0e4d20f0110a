import { recordQuerySchema } from '@jieli/core'
import { Bindings } from '../../query/bindings.ts'
import { compileScopedRows } from '../../query/compile-scoped-rows.ts'
import { allowQuery } from '../records/allow-query.ts'
import { all, ofCampus } from './board-conditions.ts'
import { TOUCH_HOURS } from './board-rules.ts'
import type { BoardScope } from './board-scope.ts'
import { spanOfDay, type Span } from './board-time.ts'

/** Touches of the customers this reader may see, and how many of them were on record in time. */
export interface TouchCount {
  touches: number
  inTime: number
}

export interface TouchCounts {
  current: TouchCount
  previous: TouchCount
  byDay: ReadonlyMap<string, TouchCount>
}

interface Row {
  day: string
  touches: number
  in_time: number
  current: number
  current_in_time: number
  previous: number
  previous_in_time: number
}

/**
 * How quickly what a customer does somewhere is known here: from the sender's own time of the event (or, where the sender
 * says none, from when it reached us) until it is on the customer's record.
 */
export const countTouches = async ({ context, time, campusId }: BoardScope): Promise<TouchCounts> => {
  const query = recordQuerySchema.parse({
    object: 'lead',
    select: ['id'],
    where: all({ call: 'isNotEmpty', args: [{ field: 'id' }] }, ofCampus(campusId)),
  })
  const bindings = new Bindings()
  const scoped = compileScopedRows(await allowQuery(context, query), time, bindings)
  const within = ({ from, to }: Span): string =>
    `c.received_at BETWEEN ${bindings.bindAs(from, 'timestamptz')} AND ${bindings.bindAs(to, 'timestamptz')}`
  const current = within(time.range)
  const previous = within(time.previous)
  const inTime = `c.processed_at - coalesce(c.occurred_at, c.received_at) <= interval '${TOUCH_HOURS} hours'`
  const rows = await context.workspace.db.query<Row>(
    `SELECT (c.received_at AT TIME ZONE ${bindings.bindAs(time.timeZone, 'text')})::date AS day, count(*)::int AS touches, count(*) FILTER (WHERE ${inTime})::int AS in_time,
       count(*) FILTER (WHERE ${current})::int AS current, count(*) FILTER (WHERE ${current} AND ${inTime})::int AS current_in_time,
       count(*) FILTER (WHERE ${previous})::int AS previous, count(*) FILTER (WHERE ${previous} AND ${inTime})::int AS previous_in_time
     FROM w.capture c WHERE ${within({ from: earliest(time), to: time.now })} AND c.status IN ('stored', 'touched') AND c.record_id IN (SELECT id FROM (${scoped}) s)
     GROUP BY 1`,
    bindings.params,
  )
  const sum = (touches: 'current' | 'previous'): TouchCount => ({
    touches: rows.reduce((total, row) => total + row[touches], 0),
    inTime: rows.reduce((total, row) => total + row[`${touches}_in_time`], 0),
  })
  return {
    current: sum('current'),
    previous: sum('previous'),
    byDay: new Map(rows.map((row) => [row.day, { touches: row.touches, inTime: row.in_time }])),
  }
}

const earliest = (time: BoardScope['time']): string => {
  const first = spanOfDay(time.days[0] ?? '', time.timeZone).from
  return first < time.previous.from ? first : time.previous.from
}
