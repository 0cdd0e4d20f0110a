import { must, type Actor, type EventKind, type Value } from '@jieli/core'
import type { CopyCell } from '../../database/copy-text.ts'
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

/** Writes events to the one log, all at once, and queues word of them for other programs; gives their ids in order. */
export const writeEvents = (context: Context, tx: Transaction, events: readonly NewEvent[]): string[] => {
  if (events.length === 0) return []
  const ids = events.map(() => newId(context.now))
  tx.copy(
    'w.event',
    columns,
    events.map((event, index) => rowOf(context, must(ids[index]), event)),
  )
  queueDeliveries(
    context,
    tx,
    events.map(({ kind, object, changes }, index) => ({
      id: must(ids[index]),
      kind,
      object,
      changed: Object.keys(changes ?? {}),
    })),
  )
  const objects = [...new Set(events.map((event) => event.object))]
  tx.afterCommit(() => context.workspace.commits.publish({ objects, noticed: [] }))
  return ids
}

const columns = [
  'id',
  'at',
  'kind',
  'object',
  'record_id',
  'actor_kind',
  'actor_id',
  'cause_id',
  'root_id',
  'depth',
  'changes',
  'data',
]

const rowOf = (context: Context, id: string, event: NewEvent): CopyCell[] => {
  const actor = event.actor ?? context.actor
  const cause = event.cause ?? context.cause
  return [
    id,
    context.now,
    event.kind,
    event.object,
    event.recordId,
    actor.kind,
    actor.id,
    cause?.causeId,
    cause?.rootId,
    cause ? cause.depth + 1 : 0,
    JSON.stringify(event.changes ?? {}),
    JSON.stringify(event.data ?? {}),
  ]
}
