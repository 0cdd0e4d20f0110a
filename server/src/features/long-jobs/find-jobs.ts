import { AppError, type Label } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { jobKinds, type JobKinds } from './job-kinds.ts'
import { listJobs, readJob, type JobRow, type JobStatus } from './job-queries.ts'

const MOST_LISTED = 50

/** A job as pages show it. */
export interface JobProgress {
  id: string
  kind: string
  label: Label
  status: JobStatus
  /** Units done and in all; `total` null: not known. */
  done: number
  total: number | null
  /** An error code, when it failed or is being tried again. */
  reason: string | null
  result: Record<string, unknown> | null
  /** The field it works on, when it works on one. */
  about: { object: string; field: string } | null
  mayCancel: boolean
  createdAt: string
  endedAt: string | null
}

/** A job is seen by who asked for it and by those who configure; to others it is not there. */
export const getJob = async (context: Context, id: string): Promise<JobProgress> => presentJob(await requireJob(context, id))

/** Jobs under way and the newest that are over. */
export const findJobs = async (context: Context): Promise<JobProgress[]> => {
  const everybodys = context.access.abilities.has('configure')
  if (!everybodys && context.access.userId === null) return []
  const rows = await listJobs(context.workspace.db, everybodys ? null : context.access.userId, MOST_LISTED)
  return rows.map((row) => presentJob(row))
}

export const requireJob = async (context: Context, id: string): Promise<JobRow> => {
  const row = await readJob(context.workspace.db, id)
  if (!row || !isVisible(context, row)) throw new AppError('not-found')
  return row
}

const isVisible = ({ access }: Context, row: JobRow): boolean =>
  access.abilities.has('configure') || (row.createdBy !== null && row.createdBy === access.userId)

/** True while there is a way back from where the job stands. */
export const mayCancel = (row: JobRow, kinds: JobKinds = jobKinds): boolean => {
  const kind = kinds.get(row.kind)
  if (!kind?.cancel || row.isCancelling || (row.status !== 'running' && row.status !== 'failed')) return false
  return !(kind.isPastCancel?.(row.state) ?? false)
}

const presentJob = (row: JobRow): JobProgress => {
  const kind = jobKinds.get(row.kind)
  return {
    id: row.id,
    kind: row.kind,
    label: kind ? kind.label(kind.input.parse(row.input)) : { 'zh-CN': row.kind },
    status: row.status,
    done: row.done,
    total: row.total,
    reason: row.reason,
    result: row.result,
    about: kind?.about?.(kind.input.parse(row.input)) ?? null,
    mayCancel: mayCancel(row),
    createdAt: row.createdAt,
    endedAt: row.endedAt,
  }
}
