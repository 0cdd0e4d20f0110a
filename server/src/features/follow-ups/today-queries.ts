import type { ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'

/** Leads of a person whose clock has warned once and still runs: late, whatever their next step says. */
export const findPastClocks = async (db: Queryable, lead: ObjectInfo, ownerId: string): Promise<string[]> => {
  const rows = await db.query<{ id: string }>(
    `SELECT DISTINCT l.id FROM w.${lead.table} l JOIN w.timer t ON t.record_id = l.id AND t.status = 'pending'
     JOIN w.timer f ON f.record_id = l.id AND f.started_at = t.started_at AND f.status = 'fired'
     WHERE l.owner_id = $1 AND l.deleted_at IS NULL LIMIT 900`, [ownerId],
  )
  return rows.map((row) => row.id)
}

/** The level that each running clock reaches next. */
export const findRunningClocks = async (db: Queryable, leadIds: readonly string[]): Promise<Map<string, { dueAt: string; startedAt: string }>> => {
  if (leadIds.length === 0) return new Map()
  const rows = await db.query<{ id: string; dueAt: string; startedAt: string }>(
    `SELECT DISTINCT ON (record_id) record_id AS id, due_at AS "dueAt", started_at AS "startedAt" FROM w.timer
     WHERE record_id = ANY($1::uuid[]) AND status = 'pending' ORDER BY record_id, due_at`, [leadIds],
  )
  return new Map(rows.map(({ id, dueAt, startedAt }) => [id, { dueAt, startedAt }]))
}
