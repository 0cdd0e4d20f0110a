import { authoriseRecordQuery, civilDate, recordQuerySchema } from '@jieli/core'
import { instantOf } from '@jieli/core/time/zoned-time'
import { Bindings } from '../../query/bindings.ts'
import { compileScopedRows } from '../../query/compile-scoped-rows.ts'
import { authoriseContext } from '../records/authorise-context.ts'
import { all, cameIn, ofCampus, stageIn } from './board-conditions.ts'
import type { BoardScope } from './board-scope.ts'
import type { Span } from './board-time.ts'
import type { StageOrder } from './stage-order.ts'

/** A lead that was given up, and how far it had come before. */
export interface LostLead {
  id: string
  createdAt: string
  /** Civil date on which it came in. */
  day: string
  campusId: string | null
  isBooked: boolean
  isVisited: boolean
  /** The outcome before the one that closed it. */
  outcomeBefore: string | null
}

interface Row {
  id: string
  created_at: string
  campus: string | null
  stage: string | null
  outcome: string | null
}

/**
 * Lost leads of a span with the stage that they were given up at, from the event log; stages go forward only, so it is the
 * furthest too. A lost lead's own stage says only that it is lost; leaving those out of 到访率 would count the successful alone.
 */
export const findLostLeads = async (
  { context, time, campusId }: BoardScope,
  stages: StageOrder,
  span: Span,
): Promise<LostLead[]> => {
  const query = recordQuerySchema.parse({
    object: 'lead',
    select: ['createdAt', 'campus'],
    where: all(stageIn([stages.lost]), cameIn(span), ofCampus(campusId)),
  })
  const bindings = new Bindings()
  const scoped = compileScopedRows(authoriseRecordQuery(query, authoriseContext(context)), time, bindings)
  const rows = await context.workspace.db.query<Row>(
    `SELECT s.id, s.c0 AS created_at, s.c1 AS campus, e.changes -> 'stage' ->> 'before' AS stage, e.changes -> 'outcome' ->> 'before' AS outcome
     FROM (${scoped}) s LEFT JOIN LATERAL (
       SELECT changes FROM w.event WHERE record_id = s.id AND kind = 'record.updated' AND changes ? 'stage' ORDER BY id DESC LIMIT 1) e ON TRUE`,
    bindings.params,
  )
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    day: civilDate(instantOf(row.created_at), time.timeZone),
    campusId: row.campus,
    outcomeBefore: row.outcome,
    isBooked: stages.booked.includes(row.stage ?? ''),
    isVisited: stages.visited.includes(row.stage ?? ''),
  }))
}
