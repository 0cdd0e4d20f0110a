import { AppError, systemAccess, targetsOf, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { applyChange } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import { stopClocks } from '../timers/follow-up-clocks.ts'
import type { Context } from '../workspace/workspace.ts'
import type { ImportCounts, ImportRecord } from './import-queries.ts'
import { undoUpdates } from './undo-updates.ts'
import { openImport, requireImportRight } from './require-import-right.ts'

const BATCH = 500
const MOST_LISTED = 200

export interface UndoneImport {
  undone: number
  /** Records that the file had changed and that are as before again. */
  reverted: number
  /** Records that somebody worked on since; they stay as they are. With what was done last, by whom and when. */
  kept: { count: number; records: { id: string; title: string; last: LaterEdit | null }[] }
}

/** What somebody did to a record after the file. `by` null: it came again through another door, or another record rests on it. */
export interface LaterEdit {
  at: string
  by: string | null
}

/**
 * Takes an import back: records it made go to the recycle bin, but for those that somebody has worked on since. Touches of
 * customers who were here before are history and stay; values that the file wrote over others are as before again. In batches, each durable by itself; asked again, it goes on.
 */
export const undoImport = async (context: Context, importId: string): Promise<UndoneImport> => {
  const one = await openImport(context, importId)
  const info = requireImportRight(context, one.object)
  if (one.status === 'running' || one.status === 'preview') throw new AppError('bad-request')
  let undone = 0
  let after = 0
  for (let last: number | null = 0; last !== null;) {
    last = await context.workspace.db.transaction(async (tx) => {
      const batch = await undoBatch(context, tx, info, { one, after })
      undone += batch.undone
      return batch.last
    })
    after = last ?? after
  }
  const reverted = await undoUpdates(context, info, one)
  const kept = await keptRecords(context, info, one)
  await writeCounts(context, one, kept.count)
  return { undone, reverted, kept }
}

interface MadeRow {
  number: number
  recordId: string
  isWorkedOn: boolean
}

const undoBatch = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { one, after }: { one: ImportRecord; after: number },
): Promise<{ undone: number; last: number | null }> => {
  const rows = await readMade(context, tx, info, { one, after })
  const ids = rows.filter((row) => !row.isWorkedOn).map((row) => row.recordId)
  if (ids.length > 0) {
    // Taking back one's own import needs no right to delete records at large; that it is one's own was checked.
    const elevated: Context = { ...context, access: { ...systemAccess, userId: context.access.userId } }
    stopClocks(context, tx, ids)
    await applyChange(elevated, tx, { object: info.name, operations: ids.map((id) => ({ action: 'delete', id })) })
    await tx.query(
      `UPDATE w.import_row SET status = 'undone' WHERE import_id = $1 AND record_id = ANY($2::uuid[]) AND status IN ('created', 'touched')`,
      [one.id, ids],
    )
  }
  return { undone: ids.length, last: rows.at(-1)?.number ?? null }
}

/** The records this import made and that still are. Locked first and looked at after: an edit that was under way is then seen. */
const readMade = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { one, after }: { one: ImportRecord; after: number },
): Promise<MadeRow[]> => {
  const rows = await tx.query<{ number: number; recordId: string }>(
    `SELECT r.number, r.record_id AS "recordId" FROM w.import_row r JOIN w.${info.table} t ON t.id = r.record_id AND t.deleted_at IS NULL
     WHERE r.import_id = $1 AND r.number > $2 AND r.status = 'created' ORDER BY r.number LIMIT $3 FOR UPDATE OF t`,
    [one.id, after, BATCH],
  )
  const worked = await tx.query<{ id: string }>(
    `SELECT t.id FROM w.${info.table} t WHERE t.id = ANY($2::uuid[]) AND (${workedOn(context, info)})`,
    [one.id, rows.map((row) => row.recordId)],
  )
  const isWorkedOn = new Set(worked.map((row) => row.id))
  return rows.map((row) => ({ ...row, isWorkedOn: isWorkedOn.has(row.recordId) }))
}

/** Somebody changed it, it came again through another door, or another record rests on it. */
const workedOn = (context: Context, info: ObjectInfo): string => {
  const others = [...context.workspace.config.current.objects.values()].flatMap((other) =>
    other.definition.fields
      .filter((field) => targetsOf(field, fieldTypeRegistry).includes(info.name))
      .map((field) => {
        const { targets, valueType } = fieldTypeRegistry[field.type] ?? {}
        const link = valueType === 'list' ? `@> ARRAY[t.id]` : targets ? `= '${info.name}:' || t.id` : '= t.id'
        return `EXISTS (SELECT 1 FROM w.${other.definition.id} o WHERE o.${field.id} ${link} AND o.deleted_at IS NULL)`
      }),
  )
  return [
    `EXISTS (SELECT 1 FROM w.event e WHERE e.record_id = t.id AND e.actor_kind IN ('user', 'key') AND e.kind <> 'sensitive.read')`,
    `EXISTS (SELECT 1 FROM w.capture c WHERE c.record_id = t.id AND c.event_id NOT LIKE ($1::uuid)::text || '/%')`,
    ...others,
  ].join(' OR ')
}

const keptRecords = async (context: Context, info: ObjectInfo, one: ImportRecord): Promise<UndoneImport['kept']> => {
  const rows = await context.workspace.db.query<{ id: string }>(
    `SELECT DISTINCT r.record_id AS id FROM w.import_row r JOIN w.${info.table} t ON t.id = r.record_id AND t.deleted_at IS NULL
     WHERE r.import_id = $1 AND (r.status = 'created' OR (r.status = 'updated' AND r.event_id IS NOT NULL)) ORDER BY 1`,
    [one.id],
  )
  const title = info.definition.titleField
  const ids = rows.slice(0, MOST_LISTED).map((row) => row.id)
  if (ids.length === 0) return { count: 0, records: [] }
  // Named with the reader's own rights: one that went to another branch is counted, not shown.
  const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] }
  const page = await findRecords(context, { object: info.name, select: [title], where, limit: MOST_LISTED })
  const edits = await laterEdits(context, ids)
  return {
    count: rows.length,
    records: page.records.map((record) => ({
      id: record.id,
      title: String(record.values[title] ?? ''),
      last: edits.get(record.id) ?? null,
    })),
  }
}

const laterEdits = async (context: Context, ids: readonly string[]): Promise<Map<string, LaterEdit>> => {
  const rows = await context.workspace.db.query<{ id: string; at: string; kind: string; by: string | null }>(
    `SELECT DISTINCT ON (e.record_id) e.record_id AS id, e.at, e.actor_kind AS kind, e.actor_id AS by FROM w.event e
     WHERE e.record_id = ANY($1::uuid[]) AND e.actor_kind <> 'import' AND e.kind <> 'sensitive.read' ORDER BY e.record_id, e.id DESC`,
    [ids],
  )
  const { users } = context.workspace.directory.current
  return new Map(
    rows.map(({ id, at, kind, by }) => [id, { at, by: kind === 'user' ? (users.get(by ?? '')?.name ?? null) : null }]),
  )
}

const writeCounts = async (context: Context, one: ImportRecord, kept: number): Promise<void> => {
  const [row] = await context.workspace.db.query<{ count: number }>(
    `SELECT count(DISTINCT record_id) AS count FROM w.import_row WHERE import_id = $1 AND status = 'undone'`,
    [one.id],
  )
  const counts: ImportCounts = { ...one.counts, undone: row?.count ?? 0, kept }
  await context.workspace.db.query('UPDATE w.import SET counts = $2 WHERE id = $1', [one.id, JSON.stringify(counts)])
  context.workspace.commits.publish({ objects: ['import', one.object], noticed: [] })
}
