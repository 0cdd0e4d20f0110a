import { startLoop, type WakeableLoop } from '../timers/wakeable-loop.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { createDeliverWebhooks, type DeliverWebhookOptions } from './deliver-webhooks.ts'
import { findNextDelivery } from './delivery-queries.ts'

/** Commits say when there is something to tell; this is for word that was lost. */
const SAFETY_MS = 30_000
const SOON_MS = 250

/** Tells other programs of events as they are written, and again when a try's time comes. */
export const startWebhookLoop = (workspace: Workspace, options: DeliverWebhookOptions = {}): WakeableLoop => {
  const deliver = createDeliverWebhooks(workspace, options)
  const loop = startLoop({
    gatherMs: 20,
    turn: async () => {
      if ((await deliver()) > 0) return 0
      const next = await findNextDelivery(workspace.db)
      if (next === null) return SAFETY_MS
      return Math.max(SOON_MS, Math.min(SAFETY_MS, Date.parse(next) - Date.parse(workspace.clock.now())))
    },
    onError: (error) => workspace.log.error({ err: error }, 'webhooks could not be sent; they wait'),
  })
  const unsubscribe = workspace.commits.subscribe(({ objects }) => {
    if (objects.length > 0 && workspace.config.current.items('webhook').length > 0) loop.wake()
  })
  return {
    wake: loop.wake,
    stop: () => {
      unsubscribe()
      return loop.stop()
    },
  }
}
