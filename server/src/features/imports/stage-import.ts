import { AppError, type Locale } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import { fileLimits } from './files/file-limits.ts'
import { readTable } from './files/read-table.ts'
import { splitHeader, type HeadedTable } from './files/split-header.ts'
import { withSpooledUpload, type Upload } from './files/spool-upload.ts'
import type { FileRow } from './files/file-row.ts'
import { unreadable } from './files/unreadable.ts'
import {
  deleteImport,
  insertImport,
  insertRows,
  sampleRows,
  settleStaging,
  type ImportCounts,
  type StagedRow,
} from './import-queries.ts'
import { previewImport, type ImportPreview } from './preview-import.ts'
import { requireImportRight } from './require-import-right.ts'
import { writeReason } from './row-reason.ts'

const BATCH = 2_000
/** Fewer are found whatever the planner takes them for. */
const MANY = 2_000

/**
 * Takes a file in: every row of it waits in the database, as it is, before anything is decided. What cannot be a table is
 * refused with the reason; a row that does not fit its header is kept with the reason.
 */
export const stageImport = async (
  context: Context,
  input: { object: string; fileName: string; upload: Upload; locale: Locale },
): Promise<ImportPreview> => {
  requireImportRight(context, input.object)
  if (context.access.userId === null) throw new AppError('forbidden')
  const createdBy = context.access.userId
  const id = newId(context.now)
  const { db } = context.workspace
  await withSpooledUpload(input.upload, async (path) => {
    const table = await readTable(path)
    const headed = await splitHeader(table.rows)
    await insertImport(db, {
      id,
      object: input.object,
      fileName: nameOf(input.fileName),
      createdAt: context.now,
      createdBy,
      encoding: table.encoding,
      columns: headed.headers,
    })
    try {
      const counts = await stageRows(context, id, headed)
      if (counts.total > MANY) await sampleRows(db)
      await settleStaging(db, id, counts.total, {
        failed: counts.failed,
        ...(table.hiddenRows > 0 ? { hidden: table.hiddenRows } : {}),
      })
    } catch (error) {
      await deleteImport(db, id)
      throw error
    }
  })
  return previewImport(context, id, { locale: input.locale })
}

/** A name for the history, not a path: the last part, without what could turn text around. */
const nameOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200) || '未命名'

const stageRows = async (
  context: Context,
  id: string,
  headed: HeadedTable,
): Promise<{ total: number; failed: number } & ImportCounts> => {
  const width = headed.headers.length
  const counts = { total: 0, failed: 0 }
  let batch: StagedRow[] = []
  let stored: Promise<void> = Promise.resolve()
  // The next rows are read while the database takes these in.
  const flush = async (): Promise<void> => {
    await stored
    const rows = batch
    batch = []
    stored = context.workspace.db.transaction((tx) => insertRows(tx, id, rows))
    // Whoever waits for it next hears of a failure.
    stored.catch(() => undefined)
  }
  try {
    for await (const row of headed.rows) {
      const staged = stagedRow(row, width)
      counts.total++
      if (staged.reason !== null) counts.failed++
      batch.push(staged)
      if (batch.length >= BATCH) await flush()
    }
    if (batch.length > 0) await flush()
    await stored
  } finally {
    // What is on its way must be there before whoever gave the file up takes it out again.
    await stored.catch(() => undefined)
  }
  if (counts.total === 0) throw unreadable('只有表头，没有数据行')
  return counts
}

/** NUL is the one character PostgreSQL cannot hold. Cells beyond the header that hold something shift the row's meaning. */
const stagedRow = (row: FileRow, width: number): StagedRow => {
  const cells = row.cells.slice(0, fileLimits.columns).map((cell) => cell.replaceAll('\u0000', '').toWellFormed())
  const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const reason = count > width ? writeReason([{ path: '', code: 'too-many-cells', params: { count, width } }]) : null
  return { number: row.number, cells: cells.slice(0, Math.max(width, count)), reason }
}
