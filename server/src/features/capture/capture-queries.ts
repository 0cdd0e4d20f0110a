import type { Queryable, Transaction } from '../../database/database.ts'

export interface CaptureRow {
  id: string
  sourceId: string
  eventId: string
  status: 'received' | 'stored' | 'touched' | 'refused'
  reason: string | null
  recordId: string | null
}

/** Which of these events are known already. */
export const findCaptures = async (
  db: Queryable,
  keys: readonly { sourceId: string; eventId: string }[],
): Promise<CaptureRow[]> =>
  db.query<CaptureRow>(
    `SELECT c.id, c.source_id AS "sourceId", c.event_id AS "eventId", c.status, c.reason, c.record_id AS "recordId"
     FROM jsonb_to_recordset($1::jsonb) AS x("sourceId" text, "eventId" text)
     JOIN w.capture c ON c.source_id = x."sourceId" AND c.event_id = x."eventId"`,
    [JSON.stringify(keys.map(({ sourceId, eventId }) => ({ sourceId, eventId })))],
  )

export interface NewCapture {
  id: string
  sourceId: string
  eventId: string
  receivedAt: string
  occurredAt: string | null
  payload: unknown
  attribution: unknown
  actorKind: string
  actorId: string | null
  status: CaptureRow['status']
  reason: string | null
  issues: unknown
  recordId: string | null
  processedAt: string | null
}

/** Stores envelopes with what became of them. A second delivery of one event that raced us fails here, and the batch is tried again. */
export const insertCaptures = (tx: Transaction, rows: NewCapture[]): void => {
  if (rows.length === 0) return
  tx.send(
    `INSERT INTO w.capture (id, source_id, event_id, received_at, occurred_at, payload, attribution, actor_kind, actor_id, status, reason, issues, record_id, processed_at, attempts)
     SELECT id, "sourceId", "eventId", "receivedAt", "occurredAt", payload, attribution, "actorKind", "actorId", status, reason, issues, "recordId", "processedAt", 1
     FROM json_to_recordset($1::json) AS x(id uuid, "sourceId" text, "eventId" text, "receivedAt" timestamptz, "occurredAt" timestamptz, payload jsonb, attribution jsonb,
       "actorKind" text, "actorId" text, status text, reason text, issues jsonb, "recordId" uuid, "processedAt" timestamptz)`,
    [JSON.stringify(rows)],
  )
}

/** An envelope that waits is settled in place: a re-run, or one that was stored while processing was not possible. */
export const settleCaptures = (
  tx: Transaction,
  rows: { id: string; status: string; reason: string | null; issues: unknown; recordId: string | null; processedAt: string }[],
): void => {
  if (rows.length === 0) return
  tx.send(
    `UPDATE w.capture c SET status = x.status, reason = x.reason, issues = x.issues, record_id = x."recordId", processed_at = x."processedAt", attempts = c.attempts + 1
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, status text, reason text, issues jsonb, "recordId" uuid, "processedAt" timestamptz) WHERE c.id = x.id`,
    [JSON.stringify(rows)],
  )
}
