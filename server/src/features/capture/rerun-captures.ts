import type { Actor } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { captureAll } from './intake.ts'
import type { Captured, Submission } from './submission.ts'

interface StoredEnvelope {
  source_id: string
  event_id: string
  received_at: string
  occurred_at: string | null
  payload: Record<string, unknown>
  attribution: Record<string, unknown>
  actor_kind: Actor['kind']
  actor_id: string | null
}

const MOST_AT_ONCE = 200

/**
 * Takes up envelopes that were stored but not processed (the process died, a setting was wrong). Each is claimed by a row
 * lock, so several processes share the work and none does it twice. Returns how many were settled.
 */
export const processWaiting = async (context: Context): Promise<number> => {
  const rows = await context.workspace.db.query<StoredEnvelope>(
    `SELECT source_id, event_id, received_at, occurred_at, payload, attribution, actor_kind, actor_id FROM w.capture
     WHERE status = 'received' ORDER BY received_at LIMIT $1`,
    [MOST_AT_ONCE],
  )
  let settled = 0
  for (const row of rows) {
    try {
      await captureAll(context, [submissionOf(row)])
      settled++
    } catch (error) {
      context.workspace.log.error({ err: error, source: row.source_id }, 'a kept submission still cannot be processed')
    }
  }
  return settled
}

/** Runs a refused envelope again, with corrections if there are any. */
export const rerunCapture = async (
  context: Context,
  captureId: string,
  corrections: Record<string, unknown>,
): Promise<Captured | null> => {
  const [row] = await context.workspace.db.query<StoredEnvelope>(
    `UPDATE w.capture SET status = 'received', reason = NULL WHERE id = $1 AND status = 'refused'
     RETURNING source_id, event_id, received_at, occurred_at, payload, attribution, actor_kind, actor_id`,
    [captureId],
  )
  if (!row) return null
  const submission = submissionOf(row)
  const [captured] = await captureAll(context, [{ ...submission, fixed: { ...submission.fixed, ...corrections } }])
  return captured ?? null
}

const submissionOf = (row: StoredEnvelope): Submission => {
  const { fixed, ...payload } = row.payload
  return {
    sourceId: row.source_id,
    eventId: row.event_id,
    receivedAt: row.received_at,
    ...(row.occurred_at ? { occurredAt: row.occurred_at } : {}),
    payload,
    attribution: row.attribution,
    actor: { kind: row.actor_kind, id: row.actor_id },
    ...(fixed && typeof fixed === 'object' ? { fixed: fixed as Record<string, unknown> } : {}),
  }
}
