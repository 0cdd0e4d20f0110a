import { AppError, recordQuerySchema, textOf, type Locale, type RecordQuery, type RecordQueryInput } from '@jieli/core'
import { z } from 'zod'
import { writeEvents } from '../records/event-log.ts'
import { findRecords, type RecordPage } from '../records/find-records.ts'
import { contextOfUser } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { csvLine, CSV_START } from './csv-line.ts'
import { openExport, type ExportColumn } from './export-columns.ts'
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

/** The first page is small, so that the download begins at once. */
const FIRST_PAGE = 100
const PAGE = 1_000

/**
 * What this person's list shows, as a file: same query, same rows, same masks. It is read a page at a time while it is sent,
 * so its length costs no memory; that it was taken is written down with how many records went out.
 */
export const exportRecords = async (context: Context, input: ExportInput): Promise<ExportedFile> => {
  if (!context.access.abilities.has('export')) throw new AppError('forbidden')
  const { columns, query } = openExport(context, queryOf(input), input.locale)
  const first = await findRecords(context, { ...query, limit: FIRST_PAGE })
  const rows = countedRows(context, { input, columns, query, first })
  const info = context.workspace.config.current.objects.get(input.object)
  const name = `${info ? textOf(info.definition.label, input.locale) : input.object}-${context.now.slice(0, 10)}`
  return input.format === 'xlsx'
    ? {
        fileName: `${name}.xlsx`,
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: packWorkbook(
          name,
          columns.map((column) => column.label),
          rows,
        ),
      }
    : { fileName: `${name}.csv`, contentType: 'text/csv; charset=utf-8', content: csvText(columns, rows) }
}

const queryOf = (input: ExportInput): RecordQueryInput => ({
  object: input.object,
  deleted: input.deleted,
  ...(input.columns ? { select: input.columns } : {}),
  ...(input.where ? { where: input.where } : {}),
  ...(input.search === undefined ? {} : { search: input.search }),
  ...(input.sort ? { sort: input.sort } : {}),
})

interface Taken {
  input: ExportInput
  columns: readonly ExportColumn[]
  query: RecordQuery
  first: RecordPage
}

/**
 * Pages as rows of text; the next one is on its way while this one is written out, and no further: whoever reads slowly
 * holds one page. Whoever breaks the download off has still taken what was sent: the count is written either way.
 */
async function* countedRows(context: Context, taken: Taken): AsyncGenerator<string[][]> {
  let count = 0
  let ahead: Promise<RecordPage | null> | undefined
  try {
    for (let page: RecordPage | null = taken.first; page; page = await ahead) {
      ahead = nextPage(context, taken.query, page)
      // Its failure is heard when its turn comes, and by nobody when the reader has gone.
      ahead.catch(() => undefined)
      const { records, refs } = page
      count += records.length
      yield records.map((record) => taken.columns.map((column) => column.write(record.values[column.path] ?? null, refs)))
    }
  } finally {
    await ahead?.catch(() => undefined)
    await writeDown(context, taken, count)
  }
}

/** Rights are asked for anew with each page; time stands still, so that 「今天」 means one day in the whole file. */
const nextPage = async (context: Context, query: RecordQuery, page: RecordPage): Promise<RecordPage | null> => {
  if (page.next === undefined) return null
  const { userId } = context.access
  const fresh = userId === null ? context : { ...contextOfUser(context.workspace, userId, context.actor), now: context.now }
  if (!fresh.access.abilities.has('export')) throw new AppError('forbidden')
  return findRecords(fresh, { ...query, limit: PAGE, after: page.next })
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

async function* csvText(columns: readonly ExportColumn[], pages: AsyncIterable<string[][]>): AsyncGenerator<string> {
  yield CSV_START + csvLine(columns.map((column) => column.label))
  for await (const rows of pages) if (rows.length > 0) yield rows.map(csvLine).join('')
}
