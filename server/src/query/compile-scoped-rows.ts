import type { AuthorisedRecordQuery } from '@jieli/core'
import type { Bindings } from './bindings.ts'
import { SourceCompiler } from './compile-source.ts'
import type { QueryTime } from './sql-context.ts'

/**
 * The rows of an authorised query as a sub-select (`id`, then `c0`, `c1` … as selected), for statements that join records
 * with the platform's own logs: the log is then read only as far as the reader may see the records.
 */
export const compileScopedRows = (authorised: AuthorisedRecordQuery, time: QueryTime, bindings: Bindings): string => {
  const source = new SourceCompiler(authorised, bindings, time)
  const columns = authorised.select.map((resolved, index) => `, ${source.column(resolved)} AS c${index}`)
  const where = [source.rows(), ...(authorised.query.where ? [`(${source.condition(authorised.query.where)})`] : [])]
  return `SELECT t.id${columns.join('')} FROM ${source.from()} WHERE ${where.join(' AND ')}`
}
