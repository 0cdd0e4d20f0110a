import { AppError } from '@jieli/core'
import pg from 'pg'
import type { Transaction } from '../../database/database.ts'
import { isLockNotHad } from '../../database/is-lock-not-had.ts'
import { contextOfUser, systemContext } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { endJob, tellProgress } from './end-job.ts'
import type { Job, JobKind, StepResult } from './job-kind.ts'
import type { JobKinds } from './job-kinds.ts'
import { claimNextJob, lockJob, saveFailure, saveLease, saveStep, type JobRow } from './job-queries.ts'
import { addMs, LEASE_MS, runOutside, type Outside } from './outside-work.ts'
import { newId } from '../../runtime/new-id.ts'

const MOST_FAILURES = 5
/** Pauses after the first, second … failure. */
const PAUSES_MS = [1_000, 5_000, 30_000, 120_000]
/** After a lock was not had: soon again, for whoever held it is brief. */
const BUSY_MS = 250

/** What one turn did: stepped a job, found none whose turn it is, or set work going that goes on beside the loop. */
export type Stepped = 'stepped' | 'none' | { outside: Promise<void> }

/** One step of the job whose turn it is, in one transaction with its cursor. */
export const stepNextJob = async (workspace: Workspace, kinds: JobKinds): Promise<Stepped> => {
  let claimed: JobRow | undefined
  let outside: Outside | undefined
  try {
    await workspace.db.transaction(async (tx) => {
      outside = undefined
      claimed = await claimNextJob(tx, workspace.clock.now(), [...kinds.keys()])
      if (claimed) outside = await takeStep(workspace, tx, claimed, kinds)
    })
  } catch (error) {
    if (!claimed) throw error
    await recordFailure(workspace, kinds, claimed.id, error)
  }
  if (!claimed) return 'none'
  return outside
    ? { outside: runOutside(workspace, outside, (id, error) => recordFailure(workspace, kinds, id, error)) }
    : 'stepped'
}

const takeStep = async (workspace: Workspace, tx: Transaction, row: JobRow, kinds: JobKinds): Promise<Outside | undefined> => {
  const kind = kinds.get(row.kind) as JobKind
  const context = contextOfJob(workspace, row, kind)
  const job: Job<unknown, unknown> = { ...row, input: kind.input.parse(row.input) }
  if (row.isCancelling && kind.cancel) {
    await kind.cancel(context, tx, job)
    await endJob(context, tx, { row, kind }, { status: 'cancelled' })
    return undefined
  }
  const outside = kind.outside?.(context, job)
  if (outside) {
    const lease = newId(context.now)
    await saveLease(tx, row.id, lease, addMs(workspace.clock.now(), LEASE_MS))
    return { lease, jobId: row.id, work: outside }
  }
  await settle(context, tx, { row, kind }, await kind.step(context, tx, job))
  return undefined
}

const settle = async (
  context: Context,
  tx: Transaction,
  { row, kind }: { row: JobRow; kind: JobKind },
  result: StepResult<unknown>,
): Promise<void> => {
  if ('finished' in result) {
    await endJob(context, tx, { row, kind }, { status: 'done', ...result.finished })
    return
  }
  const now = context.workspace.clock.now()
  await saveStep(tx, row.id, {
    state: result.next,
    done: result.done ?? null,
    total: result.total ?? null,
    now,
    runAt: addMs(now, result.pauseMs ?? 0),
  })
  tellProgress(context, tx, row, result)
}

/** The asker's rights are asked for at each step: they may be taken away while long work runs. */
const contextOfJob = (workspace: Workspace, { createdBy }: JobRow, kind: JobKind): Context => {
  const actor = createdBy === null ? ({ kind: 'system', id: null } as const) : ({ kind: 'user', id: createdBy } as const)
  return kind.as === 'asker' && createdBy !== null
    ? contextOfUser(workspace, createdBy, actor)
    : systemContext(workspace, actor)
}

/** Deadlocks and serialization failures were tried again before they came here. */
const isBusy = (error: unknown): boolean =>
  isLockNotHad(error) || (error instanceof pg.DatabaseError && ['40001', '40P01'].includes(error.code ?? ''))

/** An AppError is an answer, not an accident: trying again would give it again. */
const recordFailure = async (workspace: Workspace, kinds: JobKinds, id: string, error: unknown): Promise<void> => {
  const now = workspace.clock.now()
  await workspace.db.transaction(async (tx) => {
    const row = await lockJob(tx, id)
    const kind = row && kinds.get(row.kind)
    if (!row || !kind || row.status !== 'running') return
    const failures = isBusy(error) ? row.failures : row.failures + 1
    if (!(error instanceof AppError) && failures < MOST_FAILURES) {
      const pause = isBusy(error) ? BUSY_MS : (PAUSES_MS[failures - 1] ?? BUSY_MS)
      await saveFailure(tx, id, { failures, reason: reasonOf(error), runAt: addMs(now, pause) })
      return
    }
    await endJob(systemContext(workspace), tx, { row, kind }, { status: 'failed', reason: reasonOf(error) })
  })
  if (!isBusy(error)) workspace.log.warn({ err: error, job: id }, 'a step of a job failed')
}

const reasonOf = (error: unknown): string => (error instanceof AppError ? error.code : 'internal')
