import { textOf } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeNotices } from '../notices/write-notices.ts'
import type { Context } from '../workspace/workspace.ts'
import type { JobKind, StepResult } from './job-kind.ts'
import { saveEnd, type JobRow, type JobStatus } from './job-queries.ts'

interface End {
  status: Exclude<JobStatus, 'running'>
  reason?: string
  lines?: string[]
  data?: Record<string, unknown>
}

const verdicts = { done: '完成', failed: '没有完成' } as const

/** Ends a job and tells the person who asked for it; who cancelled it knows. */
export const endJob = async (
  context: Context,
  tx: Transaction,
  { row, kind }: { row: JobRow; kind: JobKind },
  { status, reason, lines = [], data }: End,
): Promise<void> => {
  await saveEnd(tx, row.id, { status, ...(reason ? { reason } : {}), ...(data ? { result: data } : {}), now: context.now })
  tell(context, tx)
  if (row.createdBy === null || status === 'cancelled' || (kind.isQuiet && status === 'done')) return
  writeNotices(context, tx, [
    {
      userId: row.createdBy,
      kind: 'job-ended',
      recordId: null,
      title: `${verdicts[status]}：${textOf(kind.label(kind.input.parse(row.input)))}`,
      lines: status === 'failed' ? ['做过的部分还在，可以在发起它的页面上重试或取消'] : lines,
    },
  ])
}

const percent = (done: number, total: number | null): number => (total ? Math.floor((done * 100) / total) : done)

/** Pages draw a bar: they are told when it moves by a percent, not at each of ten thousand steps. */
export const tellProgress = (
  context: Context,
  tx: Transaction,
  before: JobRow,
  { done = before.done, total = before.total ?? undefined }: Extract<StepResult<unknown>, { next: unknown }>,
): void => {
  if (percent(done, total ?? null) !== percent(before.done, before.total)) tell(context, tx)
}

const tell = (context: Context, tx: Transaction): void =>
  tx.afterCommit(() => context.workspace.commits.publish({ objects: ['job'], noticed: [] }))
