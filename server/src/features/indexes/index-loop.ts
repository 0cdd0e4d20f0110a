import { startLoop, type WakeableLoop } from '../timers/wakeable-loop.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { keepIndexes } from './keep-indexes.ts'

const LOOK_MS = 60_000
/** Between one index and the next, so that the machine is not busy with nothing else. */
const PAUSE_MS = 5_000

/** Gives fields that are used their indexes, and takes away those that are not, while the workspace is open. */
export const startIndexLoop = (workspace: Workspace): WakeableLoop =>
  startLoop({
    gatherMs: PAUSE_MS,
    turn: async () => ((await keepIndexes(workspace)) ? PAUSE_MS : LOOK_MS),
    onError: (error) => workspace.log.error({ err: error }, 'indexes could not be looked after; it is tried again'),
  })
