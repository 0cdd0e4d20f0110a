import type { Queryable, Transaction } from '../../database/database.ts'

/** An intent to reach somebody, with what it says. */
export interface ClaimedDelivery {
  id: string
  noticeId: string
  channelId: string
  receiver: string
  /** This try included. Also the mark by which a try is told from a later one. */
  attempts: number
  userId: string
  kind: string
  recordId: string | null
  title: string
  lines: string[]
  facts: { name: string; value: string }[]
  path: string | null
  links: { title: string; path: string }[]
}

/** Leases waiting deliveries: they are nobody else's until `leaseUntil`, and anybody's again if we do not come back. */
export const claimDeliveries = async (
  db: Queryable,
  lease: { now: string; until: string; limit: number },
): Promise<ClaimedDelivery[]> =>
  db.query<ClaimedDelivery & object>(
    `WITH claimed AS (
       UPDATE w.delivery d SET attempts = d.attempts + 1, next_at = $2
       FROM (SELECT id FROM w.delivery WHERE status = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED) c
       WHERE d.id = c.id RETURNING d.id, d.notice_id, d.channel_id, d.receiver, d.attempts)
     SELECT c.id, c.notice_id AS "noticeId", c.channel_id AS "channelId", c.receiver, c.attempts,
       n.user_id AS "userId", n.kind, n.record_id AS "recordId", n.title, n.lines, n.facts, n.path, n.links
     FROM claimed c JOIN w.notice n ON n.id = c.notice_id ORDER BY c.id`,
    [lease.now, lease.until, lease.limit],
  )

export type DeliveryEnd =
  | { status: 'delivered'; providerId: string | null }
  | { status: 'failed'; reason: string }
  | { status: 'waiting'; reason: string; nextAt: string }

/** Writes what became of a try, unless the lease ran out and somebody else has tried since. */
export const endDelivery = async (
  tx: Transaction,
  { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  end: DeliveryEnd,
  now: string,
): Promise<boolean> => {
  const rows = await tx.query(
    `UPDATE w.delivery SET status = $3, reason = $4, provider_id = $5, next_at = coalesce($6::timestamptz, next_at), ended_at = $7
     WHERE id = $1 AND attempts = $2 AND status = 'waiting' RETURNING id`,
    [
      id,
      attempts,
      end.status,
      end.status === 'delivered' ? null : end.reason,
      end.status === 'delivered' ? end.providerId : null,
      end.status === 'waiting' ? end.nextAt : null,
      end.status === 'waiting' ? null : now,
    ],
  )
  return rows.length === 1
}

/** When the next try may begin; null: nothing waits. */
export const findNextDelivery = async (db: Queryable): Promise<string | null> => {
  const [row] = await db.query<{ next_at: string }>(
    `SELECT next_at FROM w.delivery WHERE status = 'waiting' ORDER BY next_at LIMIT 1`,
  )
  return row?.next_at ?? null
}
