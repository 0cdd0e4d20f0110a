import { systemAccess, type ObjectInfo, type Value } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'
import { readRecords } from '../records/record-queries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { ImportRecord } from './import-queries.ts'

const BATCH = 500

type Changes = Record<string, { before: Value; after: Value }>

/**
 * Gives records that the file had changed their values back, in batches that are durable by themselves. A record whose
 * values are not what the file made them is left alone: somebody has written since. Gives how many are as before.
 */
export const undoUpdates = async (context: Context, info: ObjectInfo, one: ImportRecord): Promise<number> => {
  let reverted = 0
  for (let after: number | null = 0; after !== null;) {
    const from: number = after
    const batch = await context.workspace.db.transaction((tx) => undoBatch(context, tx, info, { one, after: from }))
    reverted += batch.reverted
    after = batch.last
  }
  return reverted
}

const undoBatch = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { one, after }: { one: ImportRecord; after: number },
): Promise<{ reverted: number; last: number | null }> => {
  const rows = await tx.query<{ number: number; recordId: string; changes: Changes }>(
    `SELECT r.number, r.record_id AS "recordId", e.changes FROM w.import_row r JOIN w.event e ON e.id = r.event_id
     WHERE r.import_id = $1 AND r.number > $2 AND r.status = 'updated' ORDER BY r.number LIMIT $3`,
    [one.id, after, BATCH],
  )
  // Several rows of one record share its one update.
  const changes = new Map(rows.map((row) => [row.recordId, row.changes]))
  const records = await readRecords(tx, info, [...changes.keys()], { lock: true })
  const operations = records.flatMap((record): Operation[] => {
    const made = Object.entries(changes.get(record.id) ?? {}).filter(([name]) => info.fields.get(name)?.system === false)
    if (made.some(([name, { after: value }]) => !isSame(record.values[name] ?? null, value))) return []
    return [{ action: 'update', id: record.id, values: Object.fromEntries(made.map(([name, { before }]) => [name, before])) }]
  })
  if (operations.length > 0) {
    // Taking back one's own import needs no other right; that it is one's own was checked.
    const elevated: Context = { ...context, access: { ...systemAccess, userId: context.access.userId } }
    await applyChange(elevated, tx, { object: info.name, isClean: true, operations })
    await tx.query(
      `UPDATE w.import_row SET status = 'undone' WHERE import_id = $1 AND record_id = ANY($2::uuid[]) AND status = 'updated'`,
      [one.id, operations.map((operation) => operation.id)],
    )
  }
  return { reverted: operations.length, last: rows.at(-1)?.number ?? null }
}

const isSame = (a: Value, b: Value): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
