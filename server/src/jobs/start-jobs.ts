import { processWaiting } from '../features/capture/rerun-captures.ts'
import { startDeliveryLoop } from '../features/notices/delivery-loop.ts'
import type { DeliverOptions } from '../features/notices/deliver-notices.ts'
import { startTimerLoop } from '../features/timers/timer-loop.ts'
import { startLoop, type WakeableLoop } from '../features/timers/wakeable-loop.ts'
import { systemContext } from '../features/workspace/contexts.ts'
import type { Workspace } from '../features/workspace/workspace.ts'

/** Envelopes that could not be processed when they came are looked for this often. */
const CAPTURES_MS = 30_000

const startCaptureLoop = (workspace: Workspace): WakeableLoop =>
  startLoop({
    gatherMs: 1_000,
    turn: async () => {
      await processWaiting(systemContext(workspace))
      return CAPTURES_MS
    },
    onError: (error) => workspace.log.error({ err: error }, 'kept submissions could not be taken up; they wait'),
  })

/** Starts what runs beside requests. Any number of processes may: each piece of work is claimed in the database. */
export const startJobs = async (workspace: Workspace, options: DeliverOptions = {}): Promise<{ stop(): Promise<void> }> => {
  const loops = [startCaptureLoop(workspace), startTimerLoop(workspace), startDeliveryLoop(workspace, options)]
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) }
}
