import type { Transaction } from '../../database/database.ts'
import type { ObjectInfo } from '@jieli/core'
import type { Operation, StoredRecord } from './change.ts'

type Update = Operation & { action: 'update' }

/**
 * Three-way merge: a writer who read an older revision is in nobody's way as long as others have changed other fields since.
 * The log says which; then the revision is let go and the change goes through. Where the same field changed, it stays, and
 * the plan refuses with `rev-conflict`. One query, and only when somebody was late.
 */
export const mergeStale = async (
  tx: Transaction,
  info: ObjectInfo,
  operations: readonly Operation[],
  current: ReadonlyMap<string, StoredRecord>,
): Promise<readonly Operation[]> => {
  const late = operations.filter((operation): operation is Update => isLate(operation, current))
  if (late.length === 0) return operations
  const since = await changedSince(tx, info, late, current)
  return operations.map((operation) => {
    if (!isLate(operation, current)) return operation
    const others = since.get(operation.id)
    if (!others || Object.keys(operation.values).some((name) => others.has(name))) return operation
    const { rev: _, ...merged } = operation
    return merged
  })
}

const isLate = (operation: Operation, current: ReadonlyMap<string, StoredRecord>): operation is Update =>
  operation.action === 'update' && operation.rev !== undefined && operation.rev < (current.get(operation.id)?.rev ?? 0)

/**
 * Fields that changed after each writer's revision. Every revision is one event of the record, so the last `n` of them are
 * what lies between; a record whose log does not reach back that far is left out and counts as a conflict.
 */
const changedSince = async (
  tx: Transaction,
  info: ObjectInfo,
  late: readonly Update[],
  current: ReadonlyMap<string, StoredRecord>,
): Promise<Map<string, Set<string>>> => {
  const wanted = late.map(({ id, rev = 0 }) => ({ id, steps: (current.get(id)?.rev ?? rev) - rev }))
  const rows = await tx.query<{ id: string; steps: number; found: number; names: string[] | null }>(
    `SELECT x.id, x.steps, e.found::int, e.names FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, steps int)
     CROSS JOIN LATERAL (
       SELECT count(DISTINCT last.id) AS found, array_agg(DISTINCT name) FILTER (WHERE name IS NOT NULL) AS names
       FROM (SELECT id, changes FROM w.event WHERE record_id = x.id AND object = $2 AND kind LIKE 'record.%'
             ORDER BY id DESC LIMIT x.steps) last
       LEFT JOIN LATERAL jsonb_object_keys(last.changes) name ON true) e`,
    [JSON.stringify(wanted), info.name],
  )
  return new Map(rows.filter((row) => row.found === row.steps).map((row) => [row.id, new Set(row.names ?? [])]))
}
