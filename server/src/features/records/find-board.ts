import { boardQuerySchema, type AuthorisedRecordQuery, type BoardQueryInput, type CrmRecord, type Value } from '@jieli/core'
import type { Queryable, Row } from '../../database/database.ts'
import { Bindings, type Statement } from '../../query/bindings.ts'
import { compileCount, compileRecordQuery } from '../../query/compile-record-query.ts'
import { runRead } from '../../query/run-read.ts'
import type { Context } from '../workspace/workspace.ts'
import { allowBoard } from './allow-query.ts'
import { parseQuery, queryTimeOf } from './authorise-context.ts'
import { titlesOf } from './find-records.ts'
import { presentCount, presentPage } from './present-page.ts'

export interface BoardColumn {
  value: string | null
  records: CrmRecord[]
  next?: string
  count?: { value: number; capped: boolean }
  /** Null when nothing adds up, or the count is capped and the sum would be of a part. */
  sum?: Value
}

/**
 * All columns of a board at once, however many records each has: one statement for the pages of each order, one for counts and sums.
 * @example findBoard(context, { object: 'lead', by: 'stage', columns: [{ value: 'new' }, { value: 'contacted' }], sum: 'budget' })
 */
export const findBoard = async (
  context: Context,
  input: BoardQueryInput,
  db: Queryable = context.workspace.db,
): Promise<{ columns: BoardColumn[]; refs: Record<string, string> }> => {
  const board = parseQuery(boardQuerySchema, input)
  const queries = await allowBoard(context, board)
  if (queries[0]) context.workspace.fieldUses.note(queries[0])
  const time = queryTimeOf(context)
  const numbered = queries.map((query, column): ColumnQuery => ({ query, column }))
  // What a page is sorted by comes back with it, so pages of one statement are sorted alike.
  const byOrder = Map.groupBy(numbered, ({ query }) => JSON.stringify(query.query.sort))
  const pages = [...byOrder.values()].map((alike) =>
    eachColumn(alike, (query, bindings) => compileRecordQuery(query, time, bindings)),
  )
  const figures = eachColumn(numbered, (query, bindings) => compileCount(query, time, { sum: board.sum, bindings }))
  const [rows, counted] = await Promise.all([
    Promise.all(pages.map((page) => runRead(db, page))).then((parts) => parts.flat()),
    board.count === 'none' ? [] : runRead<Row & { column: number; count: number; sum?: string | null }>(db, figures),
  ])
  const byColumn = Map.groupBy(rows, (row) => Number(row['column']))
  const columns = queries.map((query, index): BoardColumn => {
    const { records, next } = presentPage(query, byColumn.get(index) ?? [])
    const figure = counted.find((one) => one.column === index)
    const count = figure && presentCount(figure.count, board.count === 'exact')
    const sum = figure?.sum === null || figure?.sum === undefined || count?.capped ? null : Number(figure.sum)
    return {
      value: board.columns[index]?.value ?? null,
      records,
      ...(next === undefined ? {} : { next }),
      ...(count ? { count, ...(board.sum === undefined ? {} : { sum }) } : {}),
    }
  })
  const select = queries[0]?.select ?? []
  const shown = columns.flatMap((column) => column.records)
  return { columns, refs: await titlesOf(context, select, shown, db) }
}

interface ColumnQuery {
  query: AuthorisedRecordQuery
  column: number
}

/** One statement of many, its rows marked by `column`. */
const eachColumn = (
  columns: readonly ColumnQuery[],
  compile: (query: AuthorisedRecordQuery, bindings: Bindings) => Statement,
): Statement => {
  const bindings = new Bindings()
  const parts = columns.map(
    ({ query, column }) => `SELECT ${column} AS column, part.* FROM (${compile(query, bindings).text}) part`,
  )
  return { text: parts.join('\nUNION ALL\n'), params: bindings.params }
}
