import { groupQuerySchema, type GroupQueryInput, type Value } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { compileGroupQuery } from '../../query/compile-group-query.ts'
import { runRead } from '../../query/run-read.ts'
import type { Context } from '../workspace/workspace.ts'
import { allowGroups } from './allow-query.ts'
import { parseQuery, queryTimeOf } from './authorise-context.ts'

/** Groups and figures over the records this reader may see. Numbers come as numbers, absent figures as null. */
export const groupRecords = async (
  context: Context,
  input: GroupQueryInput,
  db: Queryable = context.workspace.db,
): Promise<Record<string, Value>[]> => {
  const query = parseQuery(groupQuerySchema, input)
  const authorised = await allowGroups(context, query)
  const rows = await runRead<Record<string, Value>>(db, compileGroupQuery(authorised, queryTimeOf(context)))
  const figures = new Set(query.measures.map((measure) => measure.as))
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        figures.has(name) && typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value,
      ]),
    ),
  )
}
