import { systemContext } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { fireTimers } from './fire-timers.ts'
import { claimDueTimers, findNextDue } from './timer-queries.ts'
import { startLoop, type WakeableLoop } from './wakeable-loop.ts'

/** Small enough to hold its locks briefly, large enough that a night's backlog is gone in seconds. */
const BATCH = 100
const SLEEP_MS = 60_000
/** Due timers that another process holds: look again when it should be through, or have died. */
const WHILE_OTHERS_WORK_MS = 1_000

/**
 * Warns of everything that is due. A timer is taken, its notices and events written and itself marked in one transaction:
 * killed in the middle, it is as if it had never been begun. Several processes share the work. Returns how many fired.
 */
export const runDueTimers = async (context: Context): Promise<number> => {
  let fired = 0
  for (let claimed = BATCH; claimed === BATCH;) {
    const batch = await context.workspace.db.transaction(async (tx) => {
      const due = await claimDueTimers(tx, context.now, BATCH)
      return { claimed: due.length, fired: await fireTimers(context, tx, due) }
    })
    claimed = batch.claimed
    fired += batch.fired
  }
  return fired
}

/**
 * Keeps warning while the process lives. The rows are the timers: it sleeps until the next is due, never longer than a
 * minute and never trusting a sleep for the time, so a clock that jumps or a process that comes late changes nothing.
 */
export const startTimerLoop = (workspace: Workspace): WakeableLoop => {
  const loop = startLoop({
    gatherMs: 1_000,
    turn: async () => {
      await runDueTimers(systemContext(workspace, { kind: 'timer', id: null }))
      const next = await findNextDue(workspace.db)
      if (next === null) return SLEEP_MS
      return Math.max(WHILE_OTHERS_WORK_MS, Math.min(SLEEP_MS, Date.parse(next) - Date.parse(workspace.clock.now())))
    },
    onError: (error) => workspace.log.error({ err: error }, 'timers could not be run; they wait'),
  })
  // A lead that got an owner armed a clock, perhaps an earlier one. `*` stands for whatever was missed.
  const unsubscribe = workspace.commits.subscribe(({ objects }) => {
    if (objects.includes('lead') || objects.includes('*')) loop.wake()
  })
  return {
    wake: loop.wake,
    stop: () => {
      unsubscribe()
      return loop.stop()
    },
  }
}
