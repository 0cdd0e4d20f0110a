import { wantsEvent, type HappenedEvent } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'

/** An event as it has just been written. */
export interface WrittenEvent extends HappenedEvent {
  id: string
}

/**
 * Queues deliveries for the webhooks that want these events, in the transaction that wrote them: an event that is durable
 * will be told, one that is not never is. Without webhooks it costs nothing; with them, one statement for the batch.
 */
export const queueDeliveries = (context: Context, tx: Transaction, events: readonly WrittenEvent[]): void => {
  const webhooks = context.workspace.config.current.items('webhook')
  if (webhooks.length === 0) return
  const rows = events.flatMap((event) =>
    webhooks
      .filter((webhook) => wantsEvent(webhook, event))
      .map((webhook) => ({ id: newId(context.now), webhook_id: webhook.id, event_id: event.id })),
  )
  if (rows.length === 0) return
  tx.send(
    `INSERT INTO w.webhook_delivery (id, webhook_id, event_id, created_at, next_at)
     SELECT id, webhook_id, event_id, $2, $2 FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, webhook_id text, event_id uuid)`,
    [JSON.stringify(rows), context.now],
  )
}
