import { AppError, type EventKind } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireMayConnect, webhookOf } from './manage-webhooks.ts'

const PAGE = 50
/** A replay of a bad night is enough at once; the next call takes the next. */
const MOST_REPLAYED = 10_000

export type DeliveryStatus = 'waiting' | 'delivered' | 'failed' | 'skipped'

export interface DeliveryEntry {
  id: string
  createdAt: string
  status: DeliveryStatus
  attempts: number
  nextAt: string | null
  responseStatus: number | null
  reason: string | null
  tookMs: number | null
  kind: EventKind | null
  object: string | null
  recordId: string | null
}

/** The webhooks with how the last day went: told, failed, waiting. */
export const findWebhooks = async (context: Context) => {
  requireMayConnect(context)
  const counts = await context.workspace.db.query<{ webhookId: string; status: DeliveryStatus; n: number }>(
    `SELECT webhook_id AS "webhookId", status, count(*)::int AS n FROM w.webhook_delivery
     WHERE status = 'waiting' OR created_at > $1::timestamptz - interval '1 day' GROUP BY 1, 2`,
    [context.now],
  )
  return context.workspace.config.current.items('webhook').map((webhook) => ({
    ...webhook,
    lastDay: Object.fromEntries(counts.filter((row) => row.webhookId === webhook.id).map((row) => [row.status, row.n])),
  }))
}

/** Deliveries of a webhook, newest first. */
export const findDeliveries = async (
  context: Context,
  id: string,
  filter: { status?: DeliveryStatus | undefined; after?: string | undefined },
): Promise<{ deliveries: DeliveryEntry[]; next?: string }> => {
  webhookOf(context, id)
  const rows = await context.workspace.db.query<DeliveryEntry>(
    `SELECT d.id, d.created_at AS "createdAt", d.status, d.attempts,
       CASE WHEN d.status = 'waiting' THEN d.next_at END AS "nextAt",
       d.response_status AS "responseStatus", d.reason, d.took_ms AS "tookMs", e.kind, e.object, e.record_id AS "recordId"
     FROM w.webhook_delivery d LEFT JOIN w.event e ON e.id = d.event_id
     WHERE d.webhook_id = $1 AND ($2::text IS NULL OR d.status = $2) AND ($3::uuid IS NULL OR d.id < $3::uuid)
     ORDER BY d.id DESC LIMIT $4`,
    [id, filter.status ?? null, filter.after ?? null, PAGE + 1],
  )
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { deliveries: shown, ...(rows.length > PAGE && last ? { next: last.id } : {}) }
}

/** Tells again: one delivery, or all that failed since a moment. The receiver knows them by the same ids. */
export const replayDeliveries = async (
  context: Context,
  id: string,
  which: { deliveryId: string } | { failedSince: string },
): Promise<{ replayed: number }> => {
  webhookOf(context, id)
  const rows = await context.workspace.db.query(
    `UPDATE w.webhook_delivery SET status = 'waiting', attempts = 0, next_at = $2, ended_at = NULL
     WHERE id IN (SELECT id FROM w.webhook_delivery WHERE webhook_id = $1 AND status <> 'waiting'
       AND ($3::uuid IS NULL OR id = $3::uuid)
       AND ($4::timestamptz IS NULL OR (status = 'failed' AND created_at >= $4::timestamptz)) ORDER BY id LIMIT $5)
     RETURNING id`,
    [
      id,
      context.now,
      'deliveryId' in which ? which.deliveryId : null,
      'failedSince' in which ? which.failedSince : null,
      MOST_REPLAYED,
    ],
  )
  if ('deliveryId' in which && rows.length === 0) throw new AppError('not-found')
  wakeSenders(context)
  return { replayed: rows.length }
}

/** Queues a message that says nothing, so that the receiver's side can be tried; works also while the webhook is off. */
export const tryWebhook = async (context: Context, id: string): Promise<{ deliveryId: string }> => {
  webhookOf(context, id)
  const deliveryId = newId(context.now)
  await context.workspace.db.query(
    'INSERT INTO w.webhook_delivery (id, webhook_id, created_at, next_at) VALUES ($1, $2, $3, $3)',
    [deliveryId, id, context.now],
  )
  wakeSenders(context)
  return { deliveryId }
}

const wakeSenders = (context: Context): void => context.workspace.commits.publish({ objects: ['webhooks'], noticed: [] })
