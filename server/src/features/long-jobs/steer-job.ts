import { AppError } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { mayCancel, requireJob } from './find-jobs.ts'
import { jobKinds, type JobKinds } from './job-kinds.ts'
import { lockJob, saveWake } from './job-queries.ts'

/** Asks for the way back: the next step undoes what was done. Refused once there is none. */
export const cancelJob = async (context: Context, id: string, kinds: JobKinds = jobKinds): Promise<void> => {
  await requireJob(context, id)
  await context.workspace.db.transaction(async (tx) => {
    const row = await lockJob(tx, id)
    if (!row || !mayCancel(row, kinds)) throw new AppError('job-past-cancel')
    await saveWake(tx, id, { isCancelling: true, now: context.now })
    tx.afterCommit(() => wake(context))
  })
}

/** Goes on with a job that had failed, from where it stood. */
export const retryJob = async (context: Context, id: string): Promise<void> => {
  await requireJob(context, id)
  await context.workspace.db.transaction(async (tx) => {
    const row = await lockJob(tx, id)
    if (row?.status !== 'failed') throw new AppError('job-not-failed')
    await saveWake(tx, id, { isCancelling: row.isCancelling, now: context.now })
    tx.afterCommit(() => wake(context))
  })
}

const wake = (context: Context): void => context.workspace.commits.publish({ objects: ['job'], noticed: [] })
