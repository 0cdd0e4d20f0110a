import type { EventKind, Value } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'

/** A delivery in hand, with the event it tells of; no event: a trial. */
export interface ClaimedDelivery {
  id: string
  webhookId: string
  /** This try included; also the mark by which a try is told from a later one. */
  attempts: number
  createdAt: string
  event: {
    id: string
    at: string
    kind: EventKind
    object: string
    recordId: string
    actorKind: string
    actorId: string | null
    changes: Record<string, { before: Value; after: Value }>
  } | null
}

/** Leases deliveries that are due: nobody else's until `until`, anybody's again if we do not come back. */
export const claimDeliveries = async (
  db: Queryable,
  lease: { now: string; until: string; limit: number },
): Promise<ClaimedDelivery[]> =>
  db.query<ClaimedDelivery>(
    `WITH claimed AS (
       UPDATE w.webhook_delivery d SET attempts = d.attempts + 1, next_at = $2
       FROM (SELECT id FROM w.webhook_delivery WHERE status = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT $3
             FOR UPDATE SKIP LOCKED) due
       WHERE d.id = due.id RETURNING d.id, d.webhook_id, d.event_id, d.attempts, d.created_at)
     SELECT c.id, c.webhook_id AS "webhookId", c.attempts, c.created_at AS "createdAt",
       CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'at', e.at, 'kind', e.kind, 'object', e.object,
         'recordId', e.record_id, 'actorKind', e.actor_kind, 'actorId', e.actor_id, 'changes', e.changes) END AS event
     FROM claimed c LEFT JOIN w.event e ON e.id = c.event_id ORDER BY c.id`,
    [lease.now, lease.until, lease.limit],
  )

export interface DeliveryEnd {
  status: 'delivered' | 'failed' | 'skipped' | 'waiting'
  responseStatus: number | null
  reason: string | null
  tookMs: number
  /** For `waiting`: when the next try may begin. */
  nextAt: string | null
}

/** Writes what became of a try, unless the lease ran out and somebody else has tried since. */
export const endDelivery = async (
  db: Queryable,
  { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  end: DeliveryEnd,
  now: string,
): Promise<void> => {
  await db.query(
    `UPDATE w.webhook_delivery SET status = $3, response_status = $4, reason = $5, took_ms = $6,
       next_at = coalesce($7::timestamptz, next_at), ended_at = CASE WHEN $3 = 'waiting' THEN NULL ELSE $8::timestamptz END
     WHERE id = $1 AND attempts = $2 AND status = 'waiting'`,
    [id, attempts, end.status, end.responseStatus, end.reason, end.tookMs, end.nextAt, now],
  )
}

/** When the next try may begin; null: nothing waits. */
export const findNextDelivery = async (db: Queryable): Promise<string | null> => {
  const [row] = await db.query<{ next: string }>(
    `SELECT next_at AS next FROM w.webhook_delivery WHERE status = 'waiting' ORDER BY next_at LIMIT 1`,
  )
  return row?.next ?? null
}
