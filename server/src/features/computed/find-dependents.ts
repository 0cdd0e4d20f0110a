import { must, type Dependent, type Step } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'

/** The records at the near end of a way whose far end is among `$1`: a sub-select without limit or order. */
export const recordsAlongSql = (context: Context, table: string, way: readonly Step[]): string => {
  const objects = context.workspace.config.current.objects
  const inner = way.toReversed().reduce<string>((sql, step, index) => {
    const near = index === way.length - 1 ? table : must(objects.get(step.from)).table
    const column = `n.${step.relation.column}`
    return `SELECT n.id FROM w.${near} n WHERE ${sql === '' ? `${column} = ANY($1::uuid[])` : `${column} IN (${sql})`} AND n.deleted_at IS NULL`
  }, '')
  return inner
}

/** The records whose value follows from those that changed; one more than `most` when there are more. */
export const findDependents = async (
  db: Queryable,
  context: Context,
  { object, way }: Dependent,
  changed: readonly string[],
  most: number,
): Promise<string[]> => {
  const [step] = way
  if (!step) return [...changed]
  if (step.kind === 'down') return findParents(db, context, step, changed)
  const rows = await db.query<{ id: string }>(
    `SELECT a.id FROM (${recordsAlongSql(context, object.table, way)}) a LIMIT ${most + 1}`,
    [changed],
  )
  return rows.map(({ id }) => id)
}

/** The records that these children point to. */
const findParents = async (db: Queryable, context: Context, step: Step, children: readonly string[]): Promise<string[]> => {
  const table = must(context.workspace.config.current.objects.get(step.to)).table
  const column = `c.${step.relation.column}`
  const rows = await db.query<{ id: string }>(
    `SELECT DISTINCT ${column} AS id FROM w.${table} c WHERE c.id = ANY($1::uuid[]) AND ${column} IS NOT NULL`,
    [children],
  )
  return rows.map(({ id }) => id)
}
