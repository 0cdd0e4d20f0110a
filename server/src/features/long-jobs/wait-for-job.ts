import type { Workspace } from '../workspace/workspace.ts'
import { readJob } from './job-queries.ts'

const PATIENCE_MS = 30_000

/** Until a job is over, whichever process makes its last step; gives up waiting, not the job, after half a minute. */
export const waitForJob = async (workspace: Workspace, id: string, patienceMs = PATIENCE_MS): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const look = async (): Promise<void> => {
    if ((await readJob(workspace.db, id))?.status !== 'running') resolve()
  }
  const unsubscribe = workspace.commits.subscribe(({ objects }) => {
    if (objects.includes('job') || objects.includes('*')) look().catch(reject)
  })
  const patience = setTimeout(resolve, patienceMs)
  try {
    await look()
    await promise
  } finally {
    clearTimeout(patience)
    unsubscribe()
  }
}
