import type { ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'

/**
 * Open leads of a person whose clock has warned once and still runs: late, whatever their next step says. Goes from the few
 * leads in hand to their timers, one short index look each; the other way round would read every timer there ever was.
 */
export const findPastClocks = async (
  db: Queryable,
  lead: ObjectInfo,
  { ownerId, closedStages }: { ownerId: string; closedStages: readonly string[] },
): Promise<string[]> => {
  const stage = lead.fields.get(lead.definition.stageField ?? '')?.column
  const rows = await db.query<{ id: string }>(
    `WITH mine AS MATERIALIZED (
       SELECT id FROM w.${lead.table} WHERE owner_id = $1 AND deleted_at IS NULL AND ${stage ? `coalesce(${stage}, '') <> ALL($2::text[])` : '$2::text[] IS NOT NULL'} LIMIT 900)
     SELECT mine.id FROM mine CROSS JOIN LATERAL (
       SELECT started_at FROM w.timer WHERE record_id = mine.id GROUP BY started_at HAVING bool_or(status = 'pending') AND bool_or(status = 'fired') LIMIT 1) late`,
    [ownerId, closedStages],
  )
  return rows.map((row) => row.id)
}

/** The level that each running clock reaches next. */
export const findRunningClocks = async (
  db: Queryable,
  leadIds: readonly string[],
): Promise<Map<string, { dueAt: string; startedAt: string }>> => {
  if (leadIds.length === 0) return new Map()
  const rows = await db.query<{ id: string; dueAt: string; startedAt: string }>(
    `SELECT DISTINCT ON (record_id) record_id AS id, due_at AS "dueAt", started_at AS "startedAt" FROM w.timer
     WHERE record_id = ANY($1::uuid[]) AND status = 'pending' ORDER BY record_id, due_at`,
    [leadIds],
  )
  return new Map(rows.map(({ id, dueAt, startedAt }) => [id, { dueAt, startedAt }]))
}
