import type { Workspace } from '../workspace/workspace.ts'
import { extendLease, lockLease, saveStep } from './job-queries.ts'

/** Work of a job that no transaction can hold, and the lease under which it is done. */
export interface Outside {
  lease: string
  jobId: string
  work: () => Promise<unknown>
}

/** How long a process that died keeps such work from the others. */
export const LEASE_MS = 30_000
const EXTEND_EVERY_MS = 10_000

export const addMs = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString()

/**
 * Does the work while extending the lease, and writes the state after it. A process that stalled for longer than the lease
 * finds that another has taken the job, and leaves its own result aside: such work is made to be done twice.
 */
export const runOutside = async (
  workspace: Workspace,
  { lease, jobId, work }: Outside,
  onFailure: (jobId: string, error: unknown) => Promise<void>,
): Promise<void> => {
  const heartbeat = setInterval(() => {
    extendLease(workspace.db, lease, addMs(workspace.clock.now(), LEASE_MS)).catch((error: unknown) =>
      workspace.log.warn({ err: error, job: jobId }, 'the lease of a job was not extended'),
    )
  }, EXTEND_EVERY_MS)
  heartbeat.unref()
  try {
    const state = await work()
    await workspace.db.transaction(async (tx) => {
      const row = await lockLease(tx, lease)
      const now = workspace.clock.now()
      if (row) await saveStep(tx, row.id, { state, done: null, total: null, now, runAt: now })
    })
  } catch (error) {
    await onFailure(jobId, error)
  } finally {
    clearInterval(heartbeat)
  }
}
