import type { Actor, EventKind, Value } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { queueDeliveries } from '../webhooks/queue-deliveries.ts'
import type { Cause, Context } from '../workspace/workspace.ts'

/** An event about to be written; who, when and why come from the context. */
export interface NewEvent {
  kind: EventKind
  object: string
  recordId: string
  changes?: Record<string, { before: Value; after: Value }>
  data?: Record<string, unknown>
  /** When it is somebody else's doing than the context's. */
  actor?: Actor
  cause?: Cause
}

/** Writes events to the one log, one statement for all, and queues word of them for other programs; gives their ids in order. */
export const writeEvents = (context: Context, tx: Transaction, events: readonly NewEvent[]): string[] => {
  if (events.length === 0) return []
  const rows = events.map((event) => {
    const actor = event.actor ?? context.actor
    const cause = event.cause ?? context.cause
    return {
      id: newId(context.now),
      kind: event.kind,
      object: event.object,
      record_id: event.recordId,
      actor_kind: actor.kind,
      actor_id: actor.id,
      cause_id: cause?.causeId ?? null,
      root_id: cause?.rootId ?? null,
      depth: cause ? cause.depth + 1 : 0,
      changes: event.changes ?? {},
      data: event.data ?? {},
    }
  })
  // json is taken apart row by row; jsonb would be built whole first, which costs a sixth more.
  tx.send(
    `INSERT INTO w.event (id, at, kind, object, record_id, actor_kind, actor_id, cause_id, root_id, depth, changes, data)
     SELECT id, $2, kind, object, record_id, actor_kind, actor_id, cause_id, root_id, depth, changes, data
     FROM json_to_recordset($1::json) AS x(id uuid, kind text, object text, record_id uuid, actor_kind text, actor_id text,
       cause_id uuid, root_id uuid, depth smallint, changes jsonb, data jsonb)`,
    [JSON.stringify(rows), context.now],
  )
  queueDeliveries(
    context,
    tx,
    rows.map(({ id, kind, object, changes }) => ({ id, kind, object, changed: Object.keys(changes) })),
  )
  const objects = [...new Set(events.map((event) => event.object))]
  tx.afterCommit(() => context.workspace.commits.publish({ objects, noticed: [] }))
  return rows.map((row) => row.id)
}
