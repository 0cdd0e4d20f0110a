import { AppError, authoriseGroupQuery, groupQuerySchema, type GroupQueryInput, type Value } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { compileGroupQuery } from '../../query/compile-group-query.ts'
import type { Context } from '../workspace/workspace.ts'
import { authoriseContext } from './find-records.ts'

/** Groups and figures over the records this reader may see. Numbers come as numbers, absent figures as null. */
export const groupRecords = async (
  context: Context,
  input: GroupQueryInput,
  db: Queryable = context.workspace.db,
): Promise<Record<string, Value>[]> => {
  const parsed = groupQuerySchema.safeParse(input)
  if (!parsed.success)
    throw new AppError('invalid-query', { details: { reason: parsed.error.issues[0]?.path.join('.') ?? '' } })
  const authorised = authoriseGroupQuery(parsed.data, authoriseContext(context))
  const statement = compileGroupQuery(authorised, { now: context.now, timeZone: context.workspace.config.current.timeZone })
  const rows = await db.query<Record<string, Value>>(statement.text, statement.params)
  const figures = new Set(parsed.data.measures.map((measure) => measure.as))
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        figures.has(name) && typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value,
      ]),
    ),
  )
}
