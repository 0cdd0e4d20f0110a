import { startSendingLoop } from '../timers/sending-loop.ts'
import type { WakeableLoop } from '../timers/wakeable-loop.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { createDeliverWebhooks, type DeliverWebhookOptions } from './deliver-webhooks.ts'
import { findNextDelivery } from './delivery-queries.ts'

/** Tells other programs of events as they are written, and again when a try's time comes. */
export const startWebhookLoop = (workspace: Workspace, options: DeliverWebhookOptions = {}): WakeableLoop =>
  startSendingLoop(workspace, {
    deliver: createDeliverWebhooks(workspace, options),
    findNext: () => findNextDelivery(workspace.db),
    wakesOn: ({ objects }) => objects.length > 0 && workspace.config.current.items('webhook').length > 0,
    gatherMs: 20,
    failure: 'webhooks could not be sent; they wait',
  })
