import type { Queryable } from '../../database/database.ts'
import { applyChange } from '../records/apply-change.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'

const MOST_AT_ONCE = 200

/** What hangs on a demo lead and means nothing without it. */
const told = ['followUp', 'task'] as const

/** Demo records that are still there: object → ids. What a template made and somebody deleted since is not among them. */
export const findDemoRecords = async (context: Context, db: Queryable, template: string): Promise<Map<string, string[]>> => {
  const { objects } = context.workspace.config.current
  const rows = await db.query<{ object: string; ids: string[] }>(
    'SELECT object, array_agg(record_id) AS ids FROM w.template_record WHERE template = $1 GROUP BY object ORDER BY object',
    [template],
  )
  const found = new Map<string, string[]>()
  for (const { object, ids } of rows) {
    const table = objects.get(object)?.table
    if (!table) continue
    const there = await db.query<{ id: string }>(
      `SELECT id FROM w.${table} WHERE id = ANY($1::uuid[]) AND deleted_at IS NULL`,
      [ids],
    )
    if (there.length > 0)
      found.set(
        object,
        there.map(({ id }) => id),
      )
  }
  return found
}

/** Puts the demo records of a template into the recycle bin; a company's own records stay. */
export const removeTemplateDemo = async (context: Context, template: string): Promise<number> => {
  const { db, config } = context.workspace
  const platform = systemContext(context.workspace, context.actor, context.now)
  const found = await findDemoRecords(context, db, template)
  for (const object of told) {
    const info = config.current.objects.get(object)
    const column = info?.fields.get('lead')?.column
    if (!info || !column) continue
    const rows = await db.query<{ id: string }>(
      `SELECT id FROM w.${info.table} WHERE ${column} = ANY($1::uuid[]) AND deleted_at IS NULL`,
      [found.get('lead') ?? []],
    )
    found.set(
      object,
      rows.map(({ id }) => id),
    )
  }
  let count = 0
  for (const [object, ids] of found) {
    // Rows of a sub-table go with their record.
    if (config.current.objects.get(object)?.partOf) continue
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const operations = ids.slice(start, start + MOST_AT_ONCE).map((id) => ({ action: 'delete' as const, id }))
      await db.transaction((tx) => applyChange(platform, tx, { object, operations }))
      count += operations.length
    }
  }
  await db.query('DELETE FROM w.template_record WHERE template = $1', [template])
  return count
}
