import { AppError, type ObjectInfo } from '@jieli/core'
import pg from 'pg'
import type { Transaction } from '../../database/database.ts'
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
} from './import-queries.ts'
import { judgeRow, rowPlanOf } from './judge-rows.ts'
import { openRowReader, type RowReader } from './read-import-row.ts'
import { requireImportRight } from './require-import-right.ts'
import { writeReason } from './row-reason.ts'

/** Large enough that a statement's cost is shared, small enough that other doors wait for the assignment lock only briefly. */
const CHUNK = 500

/** What a run keeps between its chunks. */
interface Run {
  workspace: Workspace
  importId: string
  reader: RowReader | null
  /** Rows up to here are settled, or were when this run began. */
  after: number
}

type ChunkEnd = 'more' | 'over' | 'elsewhere'

/**
 * Works an import off, chunk by chunk. Each chunk is one transaction that holds the import's row: records, what became of
 * the rows, and progress become durable together or not at all, and two processes never work on one file at the same time.
 * Killed at any point, it goes on from the rows that still wait.
 */
export const runImport = async (workspace: Workspace, importId: string, mayGoOn: () => boolean): Promise<void> => {
  const run: Run = { workspace, importId, reader: null, after: 0 }
  let end: ChunkEnd = 'more'
  while (end === 'more' && mayGoOn()) end = await nextChunk(run)
}

/** A chunk that fails is tried row by row: one row that cannot be stored must not keep the others out. */
const nextChunk = async (run: Run): Promise<ChunkEnd> => {
  try {
    return await workOff(run, CHUNK)
  } catch (error) {
    if (isOutage(error)) throw error
    if (error instanceof AppError && endsAll.has(error.code)) return await giveUp(run, error)
    run.workspace.log.warn({ err: error, import: run.importId }, 'a chunk of an import failed and is tried row by row')
    return await rowByRow(run)
  }
}

/** The importer left or lost the right: what is in stays in, the rest is not touched. */
const endsAll = new Set<string>(['not-signed-in', 'forbidden', 'unknown-object'])

const rowByRow = async (run: Run): Promise<ChunkEnd> => {
  let end: ChunkEnd = 'more'
  for (let left = CHUNK; left > 0 && end === 'more'; left--) {
    try {
      end = await workOff(run, 1)
    } catch (error) {
      if (isOutage(error)) throw error
      end = await failFirst(run)
    }
  }
  return end
}

const failFirst = (run: Run): Promise<ChunkEnd> =>
  withClaim(run, async (one, context, tx) => {
    const [row] = await readWaiting(tx, one.id, run.after, 1)
    if (!row) return 'over'
    await settle(context, tx, one, [
      { number: row.number, status: 'failed', recordId: null, reason: writeReason([{ path: '', code: 'not-stored' }]) },
    ])
    return 'more'
  })

const workOff = (run: Run, size: number): Promise<ChunkEnd> =>
  withClaim(run, async (one, context, tx, info) => {
    const rows = await readWaiting(tx, one.id, run.after, size)
    if (rows.length === 0) return await finish(context, tx, one)
    run.reader ??= await openRowReader(context, info, rowPlanOf(one))
    const reader = run.reader
    const judged = rows.map((row) => judgeRow(context, info, reader, { importId: one.id, row }))
    await settle(context, tx, one, await importChunk(context, tx, info, { rows: judged, policy: rowPlanOf(one).policy }))
    tx.afterCommit(() => void (run.after = rows.at(-1)?.number ?? run.after))
    return 'more'
  })

type Work = (one: ImportRecord, context: Context, tx: Transaction, info: ObjectInfo) => Promise<ChunkEnd>

/** The importer's rights are asked for at each chunk: they may be taken away while a long file runs. */
const withClaim = async (run: Run, work: Work): Promise<ChunkEnd> =>
  run.workspace.db.transaction(async (tx) => {
    const one = await claimImport(tx, run.importId)
    if (!one) return 'elsewhere'
    const context = contextOfUser(run.workspace, one.createdBy, { kind: 'import', id: 'import' })
    return work(one, context, tx, requireImportRight(context, one.object))
  })

const settle = async (context: Context, tx: Transaction, one: ImportRecord, results: readonly RowResult[]): Promise<void> => {
  await settleRows(tx, one.id, results)
  const counts: ImportCounts = { ...one.counts }
  for (const { status } of results) {
    if (status === 'created' || status === 'touched' || status === 'skipped' || status === 'failed')
      counts[status] = (counts[status] ?? 0) + 1
  }
  await addProgress(tx, one.id, results.length, counts)
  tx.afterCommit(() => context.workspace.commits.publish({ objects: ['import', one.object], noticed: [] }))
}

const finish = async (context: Context, tx: Transaction, one: ImportRecord): Promise<ChunkEnd> => {
  const { created = 0, touched = 0, skipped = 0, failed = 0 } = one.counts
  await endImport(tx, one.id, { status: 'done', reason: null, now: context.now })
  await writeNotices(context, tx, [
    {
      userId: one.createdBy,
      kind: 'import-done',
      recordId: null,
      title: `导入完成：${one.fileName}`,
      lines: [
        `新增 ${created}，再次接触 ${touched}，跳过 ${skipped}，没有导入 ${failed}`,
        ...(failed > 0 ? ['没有导入的行可以下载，改好再传'] : []),
      ],
    },
  ])
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

/** The database is away, not the row at fault: the import stays as it is and is taken up again. */
const isOutage = (error: unknown): boolean => {
  const { code = '' } = error as { code?: string }
  if (error instanceof pg.DatabaseError) return /^(?:08|53|57)/.test(code)
  return (
    /^E(?:CONN|PIPE|HOST|TIMEDOUT|NOTFOUND|AI_AGAIN)/.test(code) ||
    (error instanceof Error && /connection|pool/i.test(error.message))
  )
}
