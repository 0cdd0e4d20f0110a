import { AppError, must, type Field, type ObjectType } from '@jieli/core'
import { z } from 'zod'
import type { Transaction } from '../../../database/database.ts'
import { fieldTypeRegistry } from '../../../registries.ts'
import { fillLater } from '../../computed/fill-field.ts'
import { settleField } from '../../computed/settle-dependents.ts'
import { defineJob, type Job, type StepResult } from '../../long-jobs/job-kind.ts'
import type { Context } from '../../workspace/workspace.ts'
import { askUnique, canBeUnique } from '../../unique/ask-unique.ts'
import { lockObject } from '../lock-object.ts'
import {
  addFieldColumn,
  dropFieldColumn,
  dropUniqueIndex,
  indexWhileOthersWrite,
  noteMoves,
  noteWrites,
  quickly,
  stopNoting,
  stopNotingMoves,
  wantsIndex,
} from '../object-tables.ts'
import { forgetRecycled, recycle } from '../recycle.ts'
import { writeObjects } from '../write-objects.ts'
import { convertCells, type ChunkWork } from './convert-cells.ts'
import { estimateRows, extentOf, forgetNotes, lockCells, readWave, takeNotes } from './conversion-queries.ts'
import { openConverter, type Kept } from './open-converter.ts'
import { firstWave, nextWave, type Wave } from './page-waves.ts'

const kept = z.object({ id: z.string(), type: z.string(), settings: z.record(z.string(), z.unknown()) })

const input = z.object({
  object: z.string(),
  table: z.string(),
  field: z.string(),
  label: z.string(),
  from: kept,
  to: kept,
  /** Undoes an earlier change: the column is there, with what it held then, under this entry of what is out of use. */
  recycledId: z.string().optional(),
})
type Input = z.infer<typeof input>

/**
 * - open: the new column is made, and writes to the old one are noted from now on;
 * - fill: wave by wave over the table's pages, with nobody kept waiting longer than a wave takes;
 * - drain: what was written meanwhile, until little is left;
 * - swap: writers wait for a few milliseconds while the rest is done and the definition changes;
 * - settle: processes that had not heard of it may write the old column for an instant; that is taken over too.
 */
type State =
  | { phase: 'open' }
  | { phase: 'fill'; at: Wave; until: number; file: string; rows: number; lost: number }
  | { phase: 'index' | 'drain' | 'swap'; lost: number }
  | { phase: 'settle'; lost: number; turns: number }

/** Of its time, the share that is left to others between waves. */
const PAUSE_SHARE = 0.3
const DRAIN = 500
/** So few are done within the swap itself. */
const DRAIN_AT_SWAP = 100
const SETTLE_TURNS = 3
const SETTLE_MS = 5_000

const nameOf = (type: string): string => fieldTypeRegistry[type]?.label['zh-CN'] ?? type

type Now = Job<Input, State>
type Step = Promise<StepResult<State>>

/** Changes the type of a field while everybody works on: see `State`. Cancelled before the swap, nothing has happened. */
export const convertField = defineJob<Input, State>({
  kind: 'convert-field',
  input,
  label: ({ label, from, to }) => ({ 'zh-CN': `「${label}」由${nameOf(from.type)}改为${nameOf(to.type)}` }),
  about: ({ object, field }) => ({ object, field }),
  begin: () => ({ phase: 'open' }),
  step: async (context, tx, job) => {
    const { state } = job
    if (state.phase === 'open') return open(tx, job)
    if (state.phase === 'fill') return fill(context, tx, job, state)
    if (state.phase === 'swap') return swap(context, tx, job, state)
    if (state.phase === 'settle') return settle(context, tx, job, state)
    return drain(context, tx, job, state)
  },
  outside: (context, { input: { object, field, table, to }, state }) => {
    if (state.phase !== 'index') return undefined
    const searchable = context.workspace.config.current.objects.get(object)?.fields.get(field)?.searchable ?? false
    return async () => {
      const indexed = { id: to.id, type: to.type, searchable }
      if (wantsIndex(indexed)) await indexWhileOthersWrite(context.workspace.db, table, indexed)
      return { ...state, phase: 'drain' as const }
    }
  },
  cancel: async (_context, tx, { id, input: { table, from, to, recycledId } }) => {
    await stopNoting(tx, table, from.id)
    if (recycledId === undefined) await dropFieldColumn(tx, table, to.id)
    await forgetNotes(tx, id)
  },
  isPastCancel: ({ phase }) => phase === 'settle',
})

const open = async (tx: Transaction, { id, input: { table, from, to, recycledId } }: Now): Step => {
  await quickly(tx, table)
  await stopNoting(tx, table, from.id)
  if (recycledId === undefined) await addFieldColumn(tx, table, to)
  await noteWrites(tx, table, from.id, id)
  await noteMoves(tx, table, { from: from.id, to: to.id }, id)
  const total = await estimateRows(tx, table)
  // No row beyond these pages can be written without a note any more.
  const { pages, file } = await extentOf(tx, table)
  return { next: { phase: 'fill', at: firstWave, until: pages, file, rows: total, lost: 0 }, done: 0, total }
}

const workOf = async (context: Context, { id, input: { table, from, to, recycledId } }: Now): Promise<ChunkWork> => ({
  jobId: id,
  table,
  from,
  to,
  converter: await openConverter(context, from, to),
  back: recycledId === undefined ? undefined : await openConverter(context, to, from),
})

const fill = async (context: Context, tx: Transaction, job: Now, state: State & { phase: 'fill' }): Step => {
  const began = performance.now()
  // Work and cursor are lost together if the machine dies now; so writers need not wait for the disk behind us.
  tx.send('SET LOCAL synchronous_commit = off')
  const { table, from } = job.input
  if (state.at.wave === 0) {
    const { pages, file } = await extentOf(tx, table)
    // Somebody has packed the table: rows lie elsewhere, so it begins anew. Cells that are done are only looked at.
    if (file !== state.file) return { next: { ...state, at: firstWave, until: pages, file } }
  }
  if (state.at.first >= state.until) {
    await stopNotingMoves(tx, table, from.id)
    return { next: { phase: 'index', lost: state.lost }, done: state.rows }
  }
  const work = await workOf(context, job)
  const lost = state.lost + (await convertCells(tx, work, await readWave(tx, { ...work, at: state.at })))
  const done = Math.round((state.rows * state.at.first) / state.until)
  const took = performance.now() - began
  return { next: { ...state, at: nextWave(state.at, took), lost }, done, pauseMs: Math.ceil(took * PAUSE_SHARE) }
}

/** Converts what was written meanwhile; gives the records noted, and how many of their cells had no value. */
const takeOver = async (
  context: Context,
  tx: Transaction,
  job: Now,
  limit: number,
): Promise<{ ids: string[]; lost: number }> => {
  const ids = await takeNotes(tx, job.id, limit)
  if (ids.length === 0) return { ids, lost: 0 }
  const work = await workOf(context, job)
  const lost = await convertCells(tx, { ...work, back: undefined }, await lockCells(tx, { ...work, ids }))
  return { ids, lost }
}

const drain = async (context: Context, tx: Transaction, job: Now, state: { lost: number }): Step => {
  const { ids, lost } = await takeOver(context, tx, job, DRAIN)
  return { next: { phase: ids.length > DRAIN_AT_SWAP ? 'drain' : 'swap', lost: state.lost + lost } }
}

const swap = async (context: Context, tx: Transaction, job: Now, state: { lost: number }): Step => {
  const { object: objectName, table, field: fieldName, from, to, recycledId } = job.input
  await quickly(tx, table)
  const object = await lockObject(tx, objectName)
  const before = object.fields.find((field) => field.id === from.id)
  if (!before) throw new AppError('unknown-field', { details: { field: fieldName } })
  await tx.query(`LOCK TABLE w.${table} IN SHARE ROW EXCLUSIVE MODE`)
  const { ids, lost } = await takeOver(context, tx, job, DRAIN_AT_SWAP + 1)
  const next = { lost: state.lost + lost }
  if (ids.length > DRAIN_AT_SWAP) return { next: { phase: 'drain', ...next } }
  await writeObjects(context, tx, [withField(object, before, to)])
  if (before.unique) await dropUniqueIndex(tx, table, before.id)
  await recycle(context, tx, { kind: 'field', why: 'converted', object: object.name, definition: before })
  if (recycledId !== undefined) await forgetRecycled(tx, recycledId)
  return { next: { phase: 'settle', ...next, turns: 0 } }
}

/** What may not repeat stays so where the new type knows when two values are one; its index is made once all is settled. */
const withField = (object: ObjectType, before: Field, to: Kept): ObjectType => {
  const { unique, ...rest } = before
  const after: Field = {
    ...rest,
    ...to,
    ...(unique && canBeUnique({ ...before, ...to }) ? { unique } : {}),
    searchable: before.searchable && must(fieldTypeRegistry[to.type]).search !== undefined,
  }
  return { ...object, fields: object.fields.map((field) => (field === before ? after : field)) }
}

const settle = async (context: Context, tx: Transaction, job: Now, state: State & { phase: 'settle' }): Step => {
  await context.workspace.config.refresh()
  const { ids, lost } = await takeOver(context, tx, job, DRAIN)
  // What was written before the swap is worked out by the jobs that the swap asked for.
  await settleField(context, tx, { object: job.input.object, field: job.input.field, ids }, fillLater)
  const next = { ...state, lost: state.lost + lost, turns: state.turns + 1 }
  if (next.turns <= SETTLE_TURNS) return { next, pauseMs: SETTLE_MS }
  await stopNoting(tx, job.input.table, job.input.from.id)
  await tx.query('DELETE FROM w.converting WHERE job_id = $1', [job.id])
  const object = await lockObject(tx, job.input.object)
  const field = object.fields.find(({ id }) => id === job.input.to.id)
  if (field?.unique) await askUnique(context, tx, object, field)
  const told = next.lost > 0 ? [`${next.lost} 格转不过来，已留空；原来的内容保留 30 天，可以撤销`] : ['每一格都转过来了']
  return { finished: { lines: told, data: { lost: next.lost } } }
}
