import type { StoredExplanation, StoredSeries } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'

/** Numbers a decider needs about people, as they stand in the counters. */
export interface AssigneeState {
  holding: number
  today: number
  lastAssignedAt: string | null
}

/**
 * One decision at a time in a workspace: two doors that decide at the same instant must see each other's counts. Held to
 * the end of the transaction, which is a few milliseconds.
 */
export const lockAssignment = (tx: Transaction): void => {
  tx.send(`SELECT pg_advisory_xact_lock(hashtextextended('assignment:' || current_database() || ':w.assignee', 0))`)
}

/** Counters and turns in one round trip: the transaction that asks holds the lock that everyone else waits for. */
export const readCounters = async (
  db: Queryable,
  today: string,
): Promise<{ states: Map<string, AssigneeState>; credits: Map<string, Map<string, number>> }> => {
  const rows = await db.query<{
    rule: string | null
    user_id: string
    holding: number
    today_count: number
    last: string | null
    credit: number
  }>(
    `SELECT NULL AS rule, user_id, holding, CASE WHEN today = $1::date THEN today_count ELSE 0 END AS today_count, last_assigned_at AS last, 0::float8 AS credit FROM w.assignee
     UNION ALL SELECT rule_id, user_id, 0, 0, NULL, credit FROM w.assignment_credit`,
    [today],
  )
  const states = new Map<string, AssigneeState>()
  const credits = new Map<string, Map<string, number>>()
  for (const row of rows) {
    if (row.rule === null) states.set(row.user_id, { holding: row.holding, today: row.today_count, lastAssignedAt: row.last })
    else credits.set(row.rule, (credits.get(row.rule) ?? new Map()).set(row.user_id, row.credit))
  }
  return { states, credits }
}

export const writeCredits = (tx: Transaction, credits: { ruleId: string; userId: string; credit: number }[]): void => {
  if (credits.length === 0) return
  const latest = [...new Map(credits.map((credit) => [`${credit.ruleId} ${credit.userId}`, credit])).values()]
  tx.send(
    `INSERT INTO w.assignment_credit (rule_id, user_id, credit)
     SELECT "ruleId", "userId", credit FROM jsonb_to_recordset($1::jsonb) AS x("ruleId" text, "userId" uuid, credit float8)
     ON CONFLICT (rule_id, user_id) DO UPDATE SET credit = excluded.credit`,
    [JSON.stringify(latest)],
  )
}

export interface AssigneeDelta {
  userId: string
  /** Change of open records in hand. */
  holding: number
  /** Newly given now, which counts for the day and moves the last time. */
  given: number
}

/** Rows are taken in the order of ids, so that two transactions never wait for each other in a circle. */
export const changeAssignees = (tx: Transaction, deltas: AssigneeDelta[], at: { now: string; today: string }): void => {
  if (deltas.length === 0) return
  const rows = deltas.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))
  tx.send(
    `INSERT INTO w.assignee AS a (user_id, holding, today, today_count, last_assigned_at)
     SELECT "userId", holding, $2::date, given, CASE WHEN given > 0 THEN $3::timestamptz END
     FROM jsonb_to_recordset($1::jsonb) AS x("userId" uuid, holding int, given int) ORDER BY "userId"
     ON CONFLICT (user_id) DO UPDATE SET
       holding = a.holding + excluded.holding,
       today_count = CASE WHEN a.today = excluded.today THEN a.today_count ELSE 0 END + excluded.today_count,
       today = excluded.today,
       last_assigned_at = coalesce(excluded.last_assigned_at, a.last_assigned_at)`,
    [JSON.stringify(rows), at.today, at.now],
  )
}

export interface DecisionRow {
  id: string
  recordId: string
  ownerId: string | null
  ruleId: string | null
  ruleVersion: number | null
  /** By itself, or by its place in the series of its batch. */
  explanation: StoredExplanation | null
  place: number | null
}

export const insertDecisions = (
  tx: Transaction,
  rows: DecisionRow[],
  { now, seriesId }: { now: string; seriesId: string | null },
): void => {
  if (rows.length === 0) return
  tx.copy(
    'w.assignment_decision',
    ['id', 'record_id', 'at', 'owner_id', 'rule_id', 'rule_version', 'explanation', 'series_id', 'place'],
    rows.map((row) => [
      row.id,
      row.recordId,
      now,
      row.ownerId,
      row.ruleId,
      row.ruleVersion,
      row.explanation === null ? null : JSON.stringify(row.explanation),
      seriesId,
      row.place,
    ]),
  )
}

export const insertSeries = (tx: Transaction, id: string, series: StoredSeries): void =>
  tx.send('INSERT INTO w.assignment_series (id, content) VALUES ($1, $2)', [id, JSON.stringify(series)])
