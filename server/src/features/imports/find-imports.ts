import type { Context } from '../workspace/workspace.ts'
import { listImports, type ImportCounts, type ImportMapping, type ImportRecord, type ImportStatus } from './import-queries.ts'
import { openImport } from './require-import-right.ts'
import { AppError } from '@jieli/core'

/** An import as its page shows it. */
export interface ImportProgress {
  id: string
  object: string
  fileName: string
  createdAt: string
  createdBy: string
  createdByName: string
  status: ImportStatus
  encoding: string | null
  rows: number
  done: number
  counts: Required<Omit<ImportCounts, 'hidden'>>
  mapping: ImportMapping | null
  reason: string | null
  endedAt: string | null
}

export const describeImport = (context: Context, one: ImportRecord): ImportProgress => {
  const { created = 0, touched = 0, updated = 0, skipped = 0, asked = 0, failed = 0, undone = 0, kept = 0 } = one.counts
  return {
    id: one.id,
    object: one.object,
    fileName: one.fileName,
    createdAt: one.createdAt,
    createdBy: one.createdBy,
    createdByName: context.workspace.directory.current.users.get(one.createdBy)?.name ?? '',
    status: one.status,
    encoding: one.encoding,
    rows: one.total,
    done: one.done,
    counts: { created, touched, updated, skipped, asked, failed, undone, kept },
    mapping: one.mapping,
    reason: one.reason,
    endedAt: one.endedAt,
  }
}

export const findImport = async (context: Context, importId: string): Promise<ImportProgress> =>
  describeImport(context, await openImport(context, importId))

const MOST_SHOWN = 100

/** One's own imports, newest first; all of them for those who configure. */
export const findImports = async (context: Context): Promise<ImportProgress[]> => {
  if (!context.access.abilities.has('import')) throw new AppError('forbidden')
  const whose = context.access.abilities.has('configure') ? null : context.access.userId
  return (await listImports(context.workspace.db, whose, MOST_SHOWN)).map((one) => describeImport(context, one))
}
