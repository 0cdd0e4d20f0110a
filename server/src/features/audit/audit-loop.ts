import { startLoop, type WakeableLoop } from '../timers/wakeable-loop.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { sealEvents } from './seal-events.ts'

/** A burst of changes is one link; what is not sealed yet is young. */
const GATHER_MS = 5_000
const SAFETY_MS = 60_000

/** Seals the log behind the writers, soon after something was written. */
export const startAuditLoop = (workspace: Workspace): WakeableLoop => {
  const loop = startLoop({
    gatherMs: GATHER_MS,
    turn: async () => ((await sealEvents(workspace)) ? GATHER_MS : SAFETY_MS),
    onError: (error) => workspace.log.error({ err: error }, 'the log could not be sealed; it is tried again'),
  })
  const unsubscribe = workspace.commits.subscribe(({ objects }) => {
    if (objects.length > 0) loop.wake()
  })
  return {
    wake: loop.wake,
    stop: () => {
      unsubscribe()
      return loop.stop()
    },
  }
}
