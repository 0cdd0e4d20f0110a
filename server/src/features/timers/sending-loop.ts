import type { Commit } from '../workspace/commit-feed.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { startLoop, type WakeableLoop } from './wakeable-loop.ts'

/** Commits say when there is something to send; this is for word that was lost. */
const SAFETY_MS = 30_000
const SOON_MS = 250

export interface Sending {
  /** Sends what is due and says how many it took in hand. */
  deliver(): Promise<number>
  /** When the next try may begin; null: nothing waits. */
  findNext(): Promise<string | null>
  /** Whether a commit may have left something to send. */
  wakesOn(commit: Commit): boolean
  gatherMs: number
  /** Logged when a turn fails; what was to be sent waits. */
  failure: string
}

/** Sends what waits in a table of deliveries, as it is written and again when a try's time comes. */
export const startSendingLoop = (
  workspace: Workspace,
  { deliver, findNext, wakesOn, gatherMs, failure }: Sending,
): WakeableLoop => {
  const loop = startLoop({
    gatherMs,
    turn: async () => {
      if ((await deliver()) > 0) return 0
      const next = await findNext()
      if (next === null) return SAFETY_MS
      return Math.max(SOON_MS, Math.min(SAFETY_MS, Date.parse(next) - Date.parse(workspace.clock.now())))
    },
    onError: (error) => workspace.log.error({ err: error }, failure),
  })
  const unsubscribe = workspace.commits.subscribe((commit) => {
    if (wakesOn(commit)) loop.wake()
  })
  return {
    wake: loop.wake,
    stop: () => {
      unsubscribe()
      return loop.stop()
    },
  }
}
