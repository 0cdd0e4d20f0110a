import type { ObjectInfo, Value } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'

export interface DueTimer {
  id: string
  dueAt: string
  recordId: string
  ruleId: string
  level: number
  startedAt: string
}

/** Takes due timers for this transaction; another process that looks at the same time gets others. */
export const claimDueTimers = async (tx: Transaction, now: string, limit: number): Promise<DueTimer[]> =>
  tx.query<DueTimer & object>(
    `SELECT id, due_at AS "dueAt", record_id AS "recordId", rule_id AS "ruleId", level, started_at AS "startedAt" FROM w.timer
     WHERE status = 'pending' AND kind = 'follow-up' AND due_at <= $1 ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, limit],
  )

export const endTimers = (tx: Transaction, ids: readonly string[], status: 'fired' | 'stopped', now: string): void => {
  if (ids.length > 0) tx.send('UPDATE w.timer SET status = $2, ended_at = $3 WHERE id = ANY($1::uuid[])', [ids, status, now])
}

/** When the next one falls due, by the partial index; null: none is pending. */
export const findNextDue = async (db: Queryable): Promise<string | null> => {
  const [row] = await db.query<{ due_at: string }>(
    `SELECT due_at FROM w.timer WHERE status = 'pending' AND kind = 'follow-up' ORDER BY due_at LIMIT 1`,
  )
  return row?.due_at ?? null
}

/** When each lead was last followed up effectively. */
export const findLastEffective = async (
  db: Queryable,
  followUp: ObjectInfo,
  leadIds: readonly string[],
): Promise<Map<string, string>> => {
  const [lead, effective] = [followUp.fields.get('lead')?.column, followUp.fields.get('effective')?.column]
  if (!lead || !effective) return new Map()
  const rows = await db.query<{ lead: string; at: string }>(
    `SELECT ${lead} AS lead, max(created_at) AS at FROM w.${followUp.table} WHERE ${lead} = ANY($1::uuid[]) AND ${effective} AND deleted_at IS NULL GROUP BY 1`,
    [leadIds],
  )
  return new Map(rows.map((row) => [row.lead, row.at]))
}

export interface PastEvent {
  recordId: string
  at: string
  kind: string
  actorKind: string
  actorId: string | null
  changes: Record<string, { before: Value; after: Value }>
  data: Record<string, unknown>
}

/** The newest events of each record until `now`, oldest of them first. */
export const findPast = async (
  db: Queryable,
  recordIds: readonly string[],
  { now, perRecord }: { now: string; perRecord: number },
): Promise<PastEvent[]> => {
  if (recordIds.length === 0) return []
  return db.query<PastEvent & object>(
    `SELECT e.record_id AS "recordId", e.at, e.kind, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.changes, e.data
     FROM unnest($1::uuid[]) r(id), LATERAL (SELECT * FROM w.event WHERE record_id = r.id AND at <= $3 ORDER BY id DESC LIMIT $2) e ORDER BY e.id`,
    [recordIds, perRecord, now],
  )
}
