import { startSendingLoop } from '../timers/sending-loop.ts'
import type { WakeableLoop } from '../timers/wakeable-loop.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { createDeliverNotices, type DeliverOptions } from './deliver-notices.ts'
import { findNextDelivery } from './delivery-queries.ts'

/** Sends notices as they are written, and again when their time comes. */
export const startDeliveryLoop = (workspace: Workspace, options: DeliverOptions = {}): WakeableLoop =>
  startSendingLoop(workspace, {
    deliver: createDeliverNotices(workspace, options),
    findNext: () => findNextDelivery(workspace.db),
    // A signal from another process that would name too many people names none, but still the leads.
    wakesOn: ({ objects, noticed }) => noticed.length > 0 || objects.includes('lead') || objects.includes('*'),
    gatherMs: 50,
    failure: 'notices could not be sent; they wait',
  })
