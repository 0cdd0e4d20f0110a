import { AppError } from '@jieli/core'
import { z } from 'zod'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { describeImport, type ImportProgress } from './find-imports.ts'
import { answerRows, readAsked, readImport, reopenImport } from './import-queries.ts'
import { openImport, requireImportRight } from './require-import-right.ts'
import { launchImport } from './start-import.ts'

const PAGE = 50

/** A row that waits for an answer, beside the record it would change. */
export interface AskedRow {
  number: number
  cells: string[]
  /** Null: it stands twice in the file, or the reader may not see the record. */
  record: { id: string; title: string } | null
}

/** Rows whose record was here already, in the order of the file, a page at a time. */
export const findAskedRows = async (
  context: Context,
  importId: string,
  after: number,
): Promise<{ rows: AskedRow[]; next: number | null }> => {
  const one = await openImport(context, importId)
  const info = requireImportRight(context, one.object)
  const rows = await readAsked(context.workspace.db, one.id, after, PAGE)
  const ids = [...new Set(rows.flatMap((row) => row.recordId ?? []))]
  const title = info.definition.titleField
  const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] }
  const known =
    ids.length === 0 ? [] : (await findRecords(context, { object: info.name, select: [title], where, limit: PAGE })).records
  const titles = new Map(known.map((record) => [record.id, String(record.values[title] ?? '')]))
  return {
    rows: rows.map(({ number, cells, recordId }) => ({
      number,
      cells,
      record: recordId !== null && titles.has(recordId) ? { id: recordId, title: titles.get(recordId) ?? '' } : null,
    })),
    next: rows.length === PAGE ? (rows.at(-1)?.number ?? null) : null,
  }
}

export const answerSchema = z.object({
  answer: z.enum(['update', 'skip']),
  /** Absent: all that ask. */
  rows: z.array(z.int()).min(1).max(1_000).optional(),
})

/** Says what becomes of rows that asked; the import goes on with them in the background. */
export const answerImport = async (
  context: Context,
  importId: string,
  input: z.infer<typeof answerSchema>,
): Promise<ImportProgress> => {
  const one = await openImport(context, importId)
  requireImportRight(context, one.object)
  if (one.status !== 'done') throw new AppError('bad-request')
  const answered = await context.workspace.db.transaction(async (tx) => {
    const count = await answerRows(tx, one.id, input.answer, input.rows ?? null)
    if (count > 0) await reopenImport(tx, one.id, count)
    return count
  })
  if (answered > 0) void launchImport(context.workspace, one.id)
  return describeImport(context, (await readImport(context.workspace.db, one.id)) ?? one)
}
