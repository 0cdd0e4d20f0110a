import { AppError, recordQuerySchema, textOf, type Locale, type RecordQueryInput } from '@jieli/core'
import { z } from 'zod'
import { writeEvents } from '../records/event-log.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { csvLine, CSV_START } from './csv-line.ts'
import type { ExportColumn } from './export-columns.ts'
import { ExportReader } from './export-reader.ts'
import { ExportTurns } from './export-turns.ts'
import { openCells, openLines, type WriteRow } from './open-cells.ts'
import { packWorkbook } from './pack-workbook.ts'

export const exportSchema = recordQuerySchema.pick({ where: true, search: true, sort: true, deleted: true }).extend({
  /** Field paths in order; absent: everything the reader may see. */
  columns: z.array(z.string().max(200)).min(1).max(200).optional(),
  format: z.enum(['csv', 'xlsx']).default('csv'),
})
export type ExportInput = z.infer<typeof exportSchema> & { object: string; locale: Locale }

export interface ExportedFile {
  fileName: string
  contentType: string
  content: AsyncIterable<string | Uint8Array>
}

/**
 * What this person's list shows, as a file: same query, same rows, same masks. One statement is read while the file is sent,
 * so its length costs no memory; that it was taken is written down with how many records went out. `gone` aborts when nobody
 * waits for it any more: the statement ends at once.
 */
export const exportRecords = async (context: Context, input: ExportInput, gone?: AbortSignal): Promise<ExportedFile> => {
  if (!context.access.abilities.has('export')) throw new AppError('forbidden')
  const info = context.workspace.config.current.objects.get(input.object)
  const name = `${info ? textOf(info.definition.label, input.locale) : input.object}-${context.now.slice(0, 10)}`
  if (input.format === 'csv') {
    const { columns, rows } = await openRows(context, input, openLines, gone)
    return { fileName: `${name}.csv`, contentType: 'text/csv; charset=utf-8', content: csvText(columns, rows) }
  }
  const { columns, rows } = await openRows(context, input, openCells, gone)
  const labels = columns.map((column) => column.label)
  return {
    fileName: `${name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: packWorkbook(name, labels, rows),
  }
}

/** The rows of an export as its format writes them; that they were taken is written down when they end. */
const openRows = async <Written>(
  context: Context,
  input: ExportInput,
  format: (columns: readonly ExportColumn[]) => WriteRow<Written>,
  gone: AbortSignal | undefined,
): Promise<{ columns: ExportColumn[]; rows: AsyncGenerator<Written[]> }> => {
  const reader = new ExportReader(context, queryOf(input), { locale: input.locale, openRows: format })
  const { columns } = reader
  const release = await turnsOf(context.workspace).take(gone)
  // The first part is read before the answer begins: what goes wrong with the statement is a proper answer still.
  return { columns, rows: countedRows(context, { input, columns }, await begun(reader.read(gone), release)) }
}

const queryOf = (input: ExportInput): RecordQueryInput => ({
  object: input.object,
  deleted: input.deleted,
  ...(input.columns ? { select: input.columns } : {}),
  ...(input.where ? { where: input.where } : {}),
  ...(input.search === undefined ? {} : { search: input.search }),
  ...(input.sort ? { sort: input.sort } : {}),
})

const allTurns = new WeakMap<Workspace, ExportTurns>()

const turnsOf = (workspace: Workspace): ExportTurns => {
  const turns = allTurns.get(workspace) ?? new ExportTurns()
  allTurns.set(workspace, turns)
  return turns
}

/** The same parts, the first of them at hand; the turn ends with them. */
const begun = async <Part>(parts: AsyncGenerator<Part>, release: () => void): Promise<AsyncGenerator<Part>> => {
  const first = await parts.next().catch((error: unknown) => {
    release()
    throw error
  })
  return (async function* () {
    try {
      if (!first.done) yield first.value
      yield* parts
    } finally {
      release()
      await parts.return(undefined)
    }
  })()
}

interface Taken {
  input: ExportInput
  columns: readonly ExportColumn[]
}

/** Whoever breaks the download off has still taken what was sent: the count is written either way. */
async function* countedRows<Written>(
  context: Context,
  taken: Taken,
  parts: AsyncGenerator<Written[]>,
): AsyncGenerator<Written[]> {
  let count = 0
  try {
    for await (const rows of parts) {
      count += rows.length
      yield rows
    }
  } finally {
    await writeDown(context, taken, count)
  }
}

const writeDown = async (context: Context, { input, columns }: Taken, count: number): Promise<void> => {
  const recordId = context.access.userId
  if (recordId === null) return
  await context.workspace.db.transaction((tx) =>
    writeEvents(context, tx, [
      {
        kind: 'records.exported',
        object: input.object,
        recordId,
        data: {
          format: input.format,
          count,
          columns: columns.map((column) => column.path),
          where: input.where ?? null,
          search: input.search ?? null,
        },
      },
    ]),
  )
}

async function* csvText(columns: readonly ExportColumn[], parts: AsyncIterable<string[]>): AsyncGenerator<string> {
  yield CSV_START + csvLine(columns.map((column) => column.label))
  for await (const lines of parts) if (lines.length > 0) yield lines.join('')
}
