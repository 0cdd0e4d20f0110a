import type { Queryable, Transaction } from '../../database/database.ts'

export interface CaptureRow {
  id: string
  sourceId: string
  eventId: string
  status: 'received' | 'stored' | 'touched' | 'refused'
  reason: string | null
  recordId: string | null
}

/** Which of these events are known already. Each is looked up by itself: while a long file is written, the planner knows too little of the table to be left to choose. */
export const findCaptures = async (
  db: Queryable,
  keys: readonly { sourceId: string; eventId: string }[],
): Promise<CaptureRow[]> =>
  db.query<CaptureRow>(
    `SELECT c.id, c.source_id AS "sourceId", c.event_id AS "eventId", c.status, c.reason, c.record_id AS "recordId"
     FROM unnest($1::text[], $2::text[]) AS x(source_id, event_id)
     CROSS JOIN LATERAL (SELECT * FROM w.capture c WHERE c.source_id = x.source_id AND c.event_id = x.event_id LIMIT 1) c`,
    [keys.map(({ sourceId }) => sourceId), keys.map(({ eventId }) => eventId)],
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
  tx.copy(
    'w.capture',
    captureColumns,
    rows.map((row) => [
      row.id,
      row.sourceId,
      row.eventId,
      row.receivedAt,
      row.occurredAt,
      JSON.stringify(row.payload),
      JSON.stringify(row.attribution),
      row.actorKind,
      row.actorId,
      row.status,
      row.reason,
      row.issues === null ? null : JSON.stringify(row.issues),
      row.recordId,
      row.processedAt,
      1,
    ]),
  )
}

const captureColumns = [
  'id',
  'source_id',
  'event_id',
  'received_at',
  'occurred_at',
  'payload',
  'attribution',
  'actor_kind',
  'actor_id',
  'status',
  'reason',
  'issues',
  'record_id',
  'processed_at',
  'attempts',
]

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
