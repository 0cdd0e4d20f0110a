import { startLoop, type WakeableLoop } from '../timers/wakeable-loop.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { jobKinds, type JobKinds } from './job-kinds.ts'
import { findNextRun } from './job-queries.ts'
import { stepNextJob } from './step-job.ts'

const SLEEP_MS = 60_000
/** Jobs that another process steps, or that wait for a lock: look again when it may be free. */
const WHILE_OTHERS_WORK_MS = 250

export interface RunOptions {
  kinds?: JobKinds
  mayGoOn?: () => boolean
  /** Takes over work that goes on outside of any step; without it, such work is waited for. */
  onOutside?: (work: Promise<void>) => void
}

/** Steps jobs, each in its turn, until none is due here any more; gives the moment at which it last looked. */
export const runDueJobs = async (
  workspace: Workspace,
  { kinds = jobKinds, mayGoOn = () => true, onOutside }: RunOptions = {},
): Promise<string> => {
  let lookedAt = workspace.clock.now()
  while (mayGoOn()) {
    lookedAt = workspace.clock.now()
    const stepped = await stepNextJob(workspace, kinds)
    if (stepped === 'none') break
    if (stepped === 'stepped') continue
    if (onOutside) onOutside(stepped.outside)
    else await stepped.outside
  }
  return lookedAt
}

/**
 * Works jobs off while the process lives. It sleeps until the next may step and is woken by the commit that asks for one, here
 * or in another process; nothing polls.
 */
export const startJobLoop = (workspace: Workspace, kinds: JobKinds = jobKinds): WakeableLoop => {
  let isStopping = false
  const loop = startLoop({
    gatherMs: 20,
    turn: async () => {
      const lookedAt = await runDueJobs(workspace, {
        kinds,
        mayGoOn: () => !isStopping,
        onOutside: (work) => void work.then(() => loop.wake()),
      })
      const next = await findNextRun(workspace.db, [...kinds.keys()])
      if (next === null) return SLEEP_MS
      if (Date.parse(next) <= Date.parse(lookedAt)) return WHILE_OTHERS_WORK_MS
      // A short pause may be over by now: that one was nobody else's, it was not yet due.
      return Math.min(SLEEP_MS, Math.max(0, Date.parse(next) - Date.parse(workspace.clock.now())))
    },
    onError: (error) => workspace.log.error({ err: error }, 'jobs could not be stepped; they wait'),
  })
  const unsubscribe = workspace.commits.subscribe(({ objects }) => {
    if (objects.includes('job') || objects.includes('*')) loop.wake()
  })
  return {
    wake: loop.wake,
    stop: () => {
      isStopping = true
      unsubscribe()
      return loop.stop()
    },
  }
}
