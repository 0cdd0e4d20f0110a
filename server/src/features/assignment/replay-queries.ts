import { must, type ObjectInfo, type Value } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { valueFromRow } from '../records/record-queries.ts'

/** A lead that the rules decided on, as it was then. */
export interface DecidedLead {
  id: string
  at: string
  ownerId: string | null
  ruleId: string | null
  /** The values it came in with, not those it has now. */
  values: Record<string, Value>
  /** When its owner was done with it; null: still in hand. */
  closedAt: string | null
}

const column = (info: ObjectInfo, name: string): string => must(info.fields.get(name), name).column

/** When a closed lead left its owner's hands: with the follow-up that closed it. */
const closedAtSql = (info: ObjectInfo, stages: string): string =>
  `CASE WHEN t.${column(info, 'stage')} = ANY(${stages}::text[]) THEN coalesce(t.${column(info, 'lastFollowUpAt')}, t.updated_at) END`

/** The first decision on each lead of a span, with what the lead said when it came. */
export const readDecided = async (
  db: Queryable,
  info: ObjectInfo,
  span: { from: string; to: string; closed: readonly string[] },
): Promise<DecidedLead[]> => {
  const rows = await db.query<{
    id: string
    at: string
    owner_id: string | null
    rule_id: string | null
    changes: Record<string, { after: Value }>
    closed_at: string | null
  }>(
    `SELECT d.record_id AS id, d.at, d.owner_id, d.rule_id, e.changes, ${closedAtSql(info, '$3')} AS closed_at
     FROM (SELECT DISTINCT ON (record_id) record_id, at, owner_id, rule_id FROM w.assignment_decision WHERE at >= $1 AND at <= $2 ORDER BY record_id, id) d
     JOIN w.${info.table} t ON t.id = d.record_id AND t.deleted_at IS NULL
     JOIN LATERAL (SELECT changes FROM w.event WHERE record_id = d.record_id AND kind = 'record.created' ORDER BY id LIMIT 1) e ON TRUE
     WHERE t.created_at >= $1::timestamptz - interval '1 day'`,
    [span.from, span.to, span.closed],
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    ownerId: row.owner_id,
    ruleId: row.rule_id,
    closedAt: row.closed_at,
    values: Object.fromEntries(
      Object.entries(row.changes)
        .filter(([name]) => name !== 'owner')
        .map(([name, change]) => [name, change.after]),
    ),
  }))
}

/** What people had in hand when the span began, and when each of these left their hands. */
export const readHeldBefore = (
  db: Queryable,
  info: ObjectInfo,
  span: { from: string; closed: readonly string[] },
): Promise<{ userId: string; closedAt: string | null }[]> =>
  db.query(
    `SELECT owner_id AS "userId", closed_at AS "closedAt" FROM (
       SELECT t.owner_id, ${closedAtSql(info, '$2')} AS closed_at FROM w.${info.table} t WHERE t.created_at < $1 AND t.owner_id IS NOT NULL AND t.deleted_at IS NULL) held
     WHERE closed_at IS NULL OR closed_at >= $1`,
    [span.from, span.closed],
  )

export const readLastGiven = async (db: Queryable, before: string): Promise<Map<string, string>> => {
  const rows = await db.query<{ id: string; at: string }>(
    'SELECT owner_id AS id, max(at) AS at FROM w.assignment_decision WHERE at < $1 AND owner_id IS NOT NULL GROUP BY owner_id',
    [before],
  )
  return new Map(rows.map((row) => [row.id, row.at]))
}

/** Given out by rules since then, by person. */
export const readGiven = (db: Queryable, since: string): Promise<{ userId: string; count: number }[]> =>
  db.query(
    'SELECT owner_id AS "userId", count(*)::int AS count FROM w.assignment_decision WHERE at >= $1 AND owner_id IS NOT NULL GROUP BY owner_id',
    [since],
  )

/** All records of an object with the fields that a measure reads; measures are counted over them in memory. */
export const readMeasured = async (
  db: Queryable,
  info: ObjectInfo,
  names: readonly string[],
): Promise<Record<string, Value>[]> => {
  const fields = names.flatMap((name) => info.fields.get(name) ?? [])
  const rows = await db.query(
    `SELECT ${fields.map((field, index) => `${field.column} AS c${index}`).join(', ')} FROM w.${info.table} WHERE deleted_at IS NULL`,
  )
  return rows.map((row) =>
    Object.fromEntries(fields.map((field, index) => [field.name, valueFromRow(field, row[`c${index}`])])),
  )
}
