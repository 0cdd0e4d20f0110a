import { AppError, type ObjectInfo, type Snapshot } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'
import type { Directory } from '../directory/directory-store.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { contextOfUser } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { importChunk } from './import-chunk.ts'
import {
  addProgress,
  claimImport,
  endImport,
  readImport,
  readWaiting,
  settleRows,
  type ImportCounts,
  type ImportRecord,
  type RowResult,
  type WaitingRow,
} from './import-queries.ts'
import { chunkSizeOf } from './import-policy.ts'
import { noticesOf } from './import-notices.ts'
import { isOutage } from './is-outage.ts'
import { judgeRows, rowPlanOf, type JudgedRow } from './judge-rows.ts'
import { openRowReader, type RowReader } from './read-import-row.ts'
import { requireImportRight } from './require-import-right.ts'
import { writeReason } from './row-reason.ts'

/** What a run keeps between its chunks. */
interface Run {
  workspace: Workspace
  importId: string
  /** The reader and what it was opened for: with other rights or settings another one is opened. */
  reader: { for: Snapshot; people: Directory; reader: RowReader } | null
  /** Rows up to here are settled, or were when this run began. */
  after: number
  /** The next chunk, read and judged while the one before it is being written. */
  ahead: Promise<Prepared> | null
}

/** Rows read and judged, and how far the import was then: if it is elsewhere by now, somebody else works on it as well. */
interface Prepared {
  after: number
  done: number
  rows: readonly WaitingRow[]
  judged: JudgedRow[]
}

type ChunkEnd = 'more' | 'over' | 'elsewhere'

/**
 * Works an import off, chunk by chunk. Each chunk is one transaction that holds the import's row: records, what became of
 * the rows, and progress become durable together or not at all, and two processes never work on one file at the same time.
 * Killed at any point, it goes on from the rows that still wait.
 */
export const runImport = async (workspace: Workspace, importId: string, mayGoOn: () => boolean): Promise<void> => {
  const run: Run = { workspace, importId, reader: null, after: 0, ahead: null }
  let end: ChunkEnd = 'more'
  while (end === 'more' && mayGoOn()) end = await nextChunk(run)
  await run.ahead?.catch(() => undefined)
  if (end === 'over') await freshenStatistics(workspace, importId)
}

const MANY = 2_000

/**
 * After a large file the planner knows nothing of its rows for up to a minute, and lists would be slow just when people look.
 * By the names of the columns: what is in indexes of searched texts takes longer than all of them, and can wait that minute.
 */
const freshenStatistics = async (workspace: Workspace, importId: string): Promise<void> => {
  const one = await readImport(workspace.db, importId)
  const info = one && workspace.config.current.objects.get(one.object)
  if (info && (one.counts.created ?? 0) >= MANY)
    await workspace.db.query(
      `ANALYZE w.${info.table} (${columnsOf(info).join(', ')}), w.identity, w.import_row (import_id, number, status)`,
    )
}

const columnsOf = (info: ObjectInfo): string[] => [...new Set([...info.fields.values()].map(({ column }) => column))]

/** A chunk that fails is tried row by row: one row that cannot be stored must not keep the others out. */
const nextChunk = async (run: Run): Promise<ChunkEnd> => {
  try {
    return await workOff(run)
  } catch (error) {
    run.ahead = null
    if (isOutage(error)) throw error
    if (error instanceof AppError && endsAll.has(error.code)) return await giveUp(run, error)
    run.workspace.log.warn({ err: error, import: run.importId }, 'a chunk of an import failed and is tried row by row')
    return await rowByRow(run)
  }
}

/** The importer left or lost the right: what is in stays in, the rest is not touched. */
const endsAll = new Set<string>(['not-signed-in', 'forbidden', 'unknown-object'])

/** So many rows are tried one by one before chunks are tried again. */
const SINGLY = 500

const rowByRow = async (run: Run): Promise<ChunkEnd> => {
  let end: ChunkEnd = 'more'
  for (let left = SINGLY; left > 0 && end === 'more'; left--) {
    try {
      end = await workOff(run, 1)
    } catch (error) {
      run.ahead = null
      if (isOutage(error)) throw error
      end = await failFirst(run, error)
    }
  }
  return end
}

const failFirst = (run: Run, error: unknown): Promise<ChunkEnd> =>
  withClaim(run, async (one, context, tx) => {
    const [row] = await readWaiting(tx, one.id, run.after, 1)
    if (!row) return 'over'
    const reason = writeReason(
      error instanceof AppError && error.code === 'invalid-values' && error.issues.length > 0
        ? error.issues
        : [{ path: '', code: error instanceof AppError ? reasonOf(error) : 'not-stored' }],
    )
    settle(context, tx, one, [{ number: row.number, status: 'failed', recordId: null, reason }])
    return 'more'
  })

/** What the write function refuses, in words for the row. */
const reasonOf = (error: AppError): string =>
  error.code === 'duplicate-identity'
    ? 'already-here'
    : error.code === 'not-found' || error.code === 'forbidden'
      ? 'not-yours'
      : 'not-stored'

const workOff = (run: Run, size?: number): Promise<ChunkEnd> => {
  const ahead = run.ahead
  run.ahead = null
  return withClaim(run, async (one, context, tx, info) => {
    const plan = rowPlanOf(context, info, one)
    const chunk = size ?? chunkSizeOf(plan.policy)
    const waiting = await ahead
    const prepared =
      waiting?.done === one.done && waiting.after === run.after
        ? waiting
        : await prepare(run, one, context, { info, db: tx, size: chunk })
    const last = prepared.rows.at(-1)?.number
    if (last === undefined) return finish(context, tx, one, info)
    const next = { ...one, done: one.done + prepared.rows.length }
    const begin = onceOnly(() => size === undefined && lookAhead(run, next, context, { info, after: last, size: chunk }))
    const results = await importChunk(context, whenWriting(tx, begin), info, { rows: prepared.judged, policy: plan.policy })
    begin()
    settle(context, tx, one, results)
    tx.afterCommit(() => void (run.after = last))
    return 'more'
  })
}

/** While the database writes these rows, the next ones are read and judged here; not before, for then it would wait for us. */
const whenWriting = (tx: Transaction, begin: () => void): Transaction => ({
  ...tx,
  copy: (...given) => {
    tx.copy(...given)
    begin()
  },
})

const onceOnly = (run: () => void): (() => void) => {
  let isDone = false
  return () => {
    if (!isDone) run()
    isDone = true
  }
}

interface Wanted {
  info: ObjectInfo
  size: number
  db?: Queryable
  after?: number
}

const prepare = async (
  run: Run,
  one: ImportRecord,
  context: Context,
  { info, size, db = run.workspace.db, after = run.after }: Wanted,
): Promise<Prepared> => {
  const rows = await readWaiting(db, one.id, after, size)
  if (rows.length === 0) return { after, done: one.done, rows, judged: [] }
  const reader = await readerFor(run, one, context, info)
  return { after, done: one.done, rows, judged: await judgeRows(context, info, reader, { importId: one.id, rows }) }
}

const lookAhead = (run: Run, one: ImportRecord, context: Context, wanted: Wanted): void => {
  run.ahead = prepare(run, one, context, wanted)
  // Whoever takes the chunk up sees the failure; until then it is nobody's.
  run.ahead.catch(() => undefined)
}

/** Rights and settings may change while a long file runs; titles found under the old ones are forgotten then. */
const readerFor = async (run: Run, one: ImportRecord, context: Context, info: ObjectInfo): Promise<RowReader> => {
  const { config, directory } = run.workspace
  if (run.reader?.for !== config.current || run.reader.people !== directory.current)
    run.reader = {
      for: config.current,
      people: directory.current,
      reader: await openRowReader(context, info, rowPlanOf(context, info, one)),
    }
  return run.reader.reader
}

type Work = (one: ImportRecord, context: Context, tx: Transaction, info: ObjectInfo) => Promise<ChunkEnd>

/**
 * What a chunk may do that a single write may not. It need not wait for the disk: rows and cursor are lost together if the
 * machine dies now, and whatever is told of them outside (a webhook, the end of the import) is committed behind them and waits
 * for both. And what waits to go into search indexes may be a megabyte, for which sorting it in takes a third less work.
 */
const asManyRows = (tx: Transaction): void =>
  tx.send(`SELECT set_config('synchronous_commit', 'off', true), set_config('gin_pending_list_limit', '1MB', true)`)

/** The importer's rights are asked for at each chunk: they may be taken away while a long file runs. */
const withClaim = async (run: Run, work: Work): Promise<ChunkEnd> =>
  run.workspace.db.transaction(async (tx) => {
    asManyRows(tx)
    const one = await claimImport(tx, run.importId)
    if (!one) return 'elsewhere'
    const context = contextOfUser(run.workspace, one.createdBy, { kind: 'import', id: 'import' })
    return work(one, context, tx, requireImportRight(context, one.object))
  })

const settle = (context: Context, tx: Transaction, one: ImportRecord, results: readonly RowResult[]): void => {
  settleRows(tx, one.id, results)
  const counts: ImportCounts = { ...one.counts }
  for (const { status } of results) if (status !== 'waiting') counts[status] = (counts[status] ?? 0) + 1
  addProgress(tx, one.id, results.length, counts)
  tx.afterCommit(() => context.workspace.commits.publish({ objects: ['import', one.object], noticed: [] }))
}

const finish = async (context: Context, tx: Transaction, one: ImportRecord, info: ObjectInfo): Promise<ChunkEnd> => {
  tx.send('SET LOCAL synchronous_commit = on')
  await endImport(tx, one.id, { status: 'done', reason: null, now: context.now })
  writeNotices(context, tx, await noticesOf(tx, info, one))
  tx.afterCommit(() => context.workspace.commits.publish({ objects: ['import', one.object], noticed: [] }))
  return 'over'
}

const giveUp = async (run: Run, error: AppError): Promise<ChunkEnd> => {
  const one = await readImport(run.workspace.db, run.importId)
  if (one?.status !== 'running') return 'elsewhere'
  await endImport(run.workspace.db, run.importId, { status: 'failed', reason: error.code, now: run.workspace.clock.now() })
  run.workspace.commits.publish({ objects: ['import'], noticed: [] })
  return 'over'
}
