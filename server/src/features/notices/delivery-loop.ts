import { startLoop, type WakeableLoop } from '../timers/wakeable-loop.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { createDeliverNotices, type DeliverOptions } from './deliver-notices.ts'
import { findNextDelivery } from './delivery-queries.ts'

/** Commits say when there is something to send; this is for word that was lost. */
const SAFETY_MS = 30_000
const SOON_MS = 250

/** Sends notices as they are written, and again when their time comes. */
export const startDeliveryLoop = (workspace: Workspace, options: DeliverOptions = {}): WakeableLoop => {
  const deliver = createDeliverNotices(workspace, options)
  const loop = startLoop({
    gatherMs: 50,
    turn: async () => {
      if ((await deliver()) > 0) return 0
      const next = await findNextDelivery(workspace.db)
      if (next === null) return SAFETY_MS
      return Math.max(SOON_MS, Math.min(SAFETY_MS, Date.parse(next) - Date.parse(workspace.clock.now())))
    },
    onError: (error) => workspace.log.error({ err: error }, 'notices could not be sent; they wait'),
  })
  // A signal from another process that would name too many people names none, but still the leads.
  const unsubscribe = workspace.commits.subscribe(({ objects, noticed }) => {
    if (noticed.length > 0 || objects.includes('lead') || objects.includes('*')) loop.wake()
  })
  return {
    wake: loop.wake,
    stop: () => {
      unsubscribe()
      return loop.stop()
    },
  }
}
