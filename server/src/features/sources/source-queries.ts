import type { Queryable } from '../../database/database.ts'

export interface RecentRow {
  sourceId: string
  last24h: number
  refused: number
  /** Kept, but not processed yet. */
  waiting: number
  /** From the sender's event, or where they say no time from its arrival, to the record. */
  storedMs: number | null
  /** From the record to an owner. */
  assignedMs: number | null
}

/** The last 24 hours of every source. */
export const readRecent = (db: Queryable, now: string): Promise<RecentRow[]> =>
  db.query<RecentRow>(
    `SELECT c.source_id AS "sourceId", count(*)::int AS "last24h", count(*) FILTER (WHERE c.status = 'refused')::int AS refused, count(*) FILTER (WHERE c.status = 'received')::int AS waiting,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, extract(epoch FROM c.processed_at - coalesce(c.occurred_at, c.received_at)))::float8 * 1000) FILTER (WHERE c.status IN ('stored', 'touched')) AS "storedMs",
       percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, extract(epoch FROM d.at - c.processed_at))::float8 * 1000) FILTER (WHERE d.at IS NOT NULL) AS "assignedMs"
     FROM w.capture c
     LEFT JOIN LATERAL (SELECT at FROM w.assignment_decision WHERE record_id = c.record_id AND owner_id IS NOT NULL ORDER BY id LIMIT 1) d ON c.status = 'stored'
     WHERE c.received_at > $1::timestamptz - interval '24 hours' AND c.received_at <= $1 GROUP BY c.source_id`,
    [now],
  )

export interface UsualRow {
  sourceId: string
  lastAt: string
  /** In these fourteen days; tells how many weeks the counts are of. */
  firstAt: string
  /** 0 Monday … 6 Sunday, in the workspace's zone. */
  weekday: number
  hour: number
  count: number
}

/** The fortnight up to each source's latest lead, by weekday and hour: a silence does not lower what is usual. */
export const readUsual = (
  db: Queryable,
  sourceIds: readonly string[],
  at: { now: string; timeZone: string },
): Promise<UsualRow[]> =>
  db.query<UsualRow>(
    `SELECT s.id AS "sourceId", latest.at AS "lastAt", min(min(c.received_at)) OVER (PARTITION BY s.id) AS "firstAt",
       extract(isodow FROM c.received_at AT TIME ZONE $3)::int - 1 AS weekday, extract(hour FROM c.received_at AT TIME ZONE $3)::int AS hour, count(*)::int AS count
     FROM unnest($1::text[]) AS s(id)
     CROSS JOIN LATERAL (SELECT received_at AS at FROM w.capture WHERE source_id = s.id AND received_at <= $2 ORDER BY received_at DESC LIMIT 1) latest
     JOIN w.capture c ON c.source_id = s.id AND c.received_at > latest.at - interval '14 days' AND c.received_at <= latest.at
     GROUP BY 1, 2, 4, 5`,
    [sourceIds, at.now, at.timeZone],
  )

/** Requests that were turned away unread, by the UTC day they are counted under: today's and yesterday's. */
export const readRefusals = (db: Queryable, now: string): Promise<{ sourceId: string; count: number }[]> =>
  db.query(
    `SELECT source_id AS "sourceId", sum(count)::int AS count FROM w.capture_refusal_count WHERE day >= ($1::timestamptz AT TIME ZONE 'UTC')::date - 1 GROUP BY source_id`,
    [now],
  )

/** Which secrets are there; what they are is never read for a page. */
export const readSecretNames = (db: Queryable): Promise<{ owner: string; name: string }[]> =>
  db.query(`SELECT owner, name FROM w.secret WHERE owner LIKE 'source:%'`)
