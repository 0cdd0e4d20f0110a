import type { Queryable, Transaction } from '../../database/database.ts'
import type { FileRow } from './files/file-row.ts'
import type { ImportPolicy } from './import-policy.ts'

/** What became of a row. `waiting` rows are what is left to do; `asked` rows wait for a person's answer. */
export type RowStatus = 'waiting' | 'created' | 'touched' | 'updated' | 'skipped' | 'asked' | 'failed' | 'undone'
export type ImportStatus = 'preview' | 'running' | 'done' | 'failed'

/** Header of the file → field, or null for a column that is left out. */
export type ImportMapping = Record<string, string | null>

export interface ImportCounts {
  created?: number
  touched?: number
  updated?: number
  asked?: number
  skipped?: number
  failed?: number
  undone?: number
  kept?: number
  hidden?: number
}

/** What an import would do to the whole file, by a mapping and a policy. Counted in the background; `isDone` when through. */
export interface ImportPlan {
  checked: number
  isDone: boolean
  counts: Pick<ImportCounts, 'created' | 'touched' | 'updated' | 'skipped' | 'asked' | 'failed'>
  /** Rows that are stored without one of their values. */
  partly: number
  /** What is wrong, and how often. */
  reasons: { reason: string; count: number }[]
  /** The first rows that something is wrong with; reasons as they are stored. */
  problems: { number: number; cells: string[]; reason: string }[]
}

export interface ImportRecord {
  id: string
  object: string
  fileName: string
  createdAt: string
  createdBy: string
  status: ImportStatus
  encoding: string | null
  columns: string[]
  mapping: ImportMapping | null
  policy: ImportPolicy | null
  total: number
  done: number
  counts: ImportCounts
  plan: ImportPlan | null
  reason: string | null
  endedAt: string | null
}

const columns = `i.id, i.object, i.file_name AS "fileName", i.created_at AS "createdAt", i.created_by AS "createdBy", i.status, i.encoding, i.columns, i.mapping,
  i.policy, i.total, i.done, i.counts, i.plan, i.reason, i.ended_at AS "endedAt"`

export const insertImport = async (
  db: Queryable,
  one: Pick<ImportRecord, 'id' | 'object' | 'fileName' | 'createdAt' | 'createdBy' | 'encoding' | 'columns'>,
): Promise<void> => {
  await db.query(
    `INSERT INTO w.import (id, object, file_name, created_at, created_by, status, encoding, columns) VALUES ($1, $2, $3, $4, $5, 'preview', $6, $7)`,
    [one.id, one.object, one.fileName, one.createdAt, one.createdBy, one.encoding, JSON.stringify(one.columns)],
  )
}

/** A row about to wait. `reason` is there when it is known already that it cannot be imported. */
export type StagedRow = FileRow & { reason: string | null }

export const insertRows = (tx: Transaction, importId: string, rows: readonly StagedRow[]): void =>
  tx.copy(
    'w.import_row',
    ['import_id', 'number', 'cells', 'status', 'reason'],
    rows.map(({ number, cells, reason }) => [
      importId,
      number,
      JSON.stringify(cells),
      reason === null ? 'waiting' : 'failed',
      reason,
    ]),
  )

export const settleStaging = async (db: Queryable, importId: string, total: number, counts: ImportCounts): Promise<void> => {
  await db.query('UPDATE w.import SET total = $2, done = $3, counts = $4 WHERE id = $1', [
    importId,
    total,
    counts.failed ?? 0,
    JSON.stringify(counts),
  ])
}

export const deleteImport = async (db: Queryable, importId: string): Promise<void> => {
  await db.query('DELETE FROM w.import_row WHERE import_id = $1', [importId])
  await db.query('DELETE FROM w.import WHERE id = $1', [importId])
}

export const readImport = async (db: Queryable, importId: string): Promise<ImportRecord | null> => {
  const [row] = await db.query<ImportRecord>(`SELECT ${columns} FROM w.import i WHERE i.id = $1`, [importId])
  return row ?? null
}

/** Holds the import for this transaction, unless another process does: then there is nothing to do here. */
export const claimImport = async (db: Queryable, importId: string): Promise<ImportRecord | null> => {
  const [row] = await db.query<ImportRecord>(
    `SELECT ${columns} FROM w.import i WHERE i.id = $1 AND i.status = 'running' FOR UPDATE SKIP LOCKED`,
    [importId],
  )
  return row ?? null
}

export const listImports = async (db: Queryable, createdBy: string | null, limit: number): Promise<ImportRecord[]> =>
  db.query<ImportRecord>(
    `SELECT ${columns} FROM w.import i WHERE ($1::uuid IS NULL OR i.created_by = $1) AND i.status <> 'preview' ORDER BY i.id DESC LIMIT $2`,
    [createdBy, limit],
  )

/** Mappings people chose before: first those of a file with the same columns, then one's own, then the newest. */
export const readMappings = async (
  db: Queryable,
  one: Pick<ImportRecord, 'object' | 'createdBy' | 'columns'>,
): Promise<ImportMapping[]> => {
  const rows = await db.query<{ mapping: ImportMapping }>(
    `SELECT mapping FROM w.import WHERE object = $1 AND mapping IS NOT NULL
     ORDER BY (columns = $3::jsonb) DESC, (created_by = $2) DESC, id DESC LIMIT 20`,
    [one.object, one.createdBy, JSON.stringify(one.columns)],
  )
  return rows.map((row) => row.mapping)
}

/** Only one that still waits for a start is started: a second click finds nothing to do. */
export const markStarted = async (
  db: Queryable,
  importId: string,
  mapping: ImportMapping,
  policy: ImportPolicy,
): Promise<boolean> => {
  const rows = await db.query(
    `UPDATE w.import SET status = 'running', mapping = $2, policy = $3 WHERE id = $1 AND status = 'preview' RETURNING id`,
    [importId, JSON.stringify(mapping), JSON.stringify(policy)],
  )
  return rows.length > 0
}

/** A row still to be settled, with what a person said when it asked. */
export type WaitingRow = FileRow & { answer: 'update' | 'skip' | null }

export const readWaiting = async (db: Queryable, importId: string, after: number, limit: number): Promise<WaitingRow[]> =>
  db.query<WaitingRow>(
    `SELECT number, cells, answer FROM w.import_row WHERE import_id = $1 AND number > $2 AND status = 'waiting' ORDER BY number LIMIT $3`,
    [importId, after, limit],
  )

/** Tells the planner of a file's rows: else it takes them for few, and sorts all that are left for each chunk of them. */
export const sampleRows = async (db: Queryable): Promise<void> => {
  await db.query('ANALYZE w.import_row (import_id, number, status)')
}

export interface RowResult {
  number: number
  status: RowStatus
  reason: string | null
  recordId: string | null
  /** The event of the update that this row made. */
  eventId?: string | null
}

/** Cells of rows that went in whole are not needed any more; without them the row is small and stays on its page. */
export const settleRows = (tx: Transaction, importId: string, results: readonly RowResult[]): void => {
  const numbers = results.map(({ number }) => number)
  tx.send(
    `UPDATE w.import_row r SET status = x.status, reason = x.reason, record_id = x.record_id, event_id = x.event_id,
       cells = CASE WHEN x.reason IS NULL AND x.status <> 'asked' THEN '[]'::jsonb ELSE r.cells END
     FROM unnest($2::int[], $3::text[], $4::text[], $5::uuid[], $6::uuid[]) AS x(number, status, reason, record_id, event_id)
     WHERE r.import_id = $1 AND r.number = x.number AND r.number BETWEEN $7 AND $8`,
    [
      importId,
      numbers,
      results.map(({ status }) => status),
      results.map(({ reason }) => reason),
      results.map(({ recordId }) => recordId),
      results.map(({ eventId }) => eventId ?? null),
      Math.min(...numbers),
      Math.max(...numbers),
    ],
  )
}

export const addProgress = (tx: Transaction, importId: string, done: number, counts: ImportCounts): void =>
  tx.send('UPDATE w.import SET done = done + $2, counts = $3 WHERE id = $1', [importId, done, JSON.stringify(counts)])

export const endImport = async (
  db: Queryable,
  importId: string,
  end: { status: 'done' | 'failed'; reason: string | null; now: string },
): Promise<void> => {
  await db.query('UPDATE w.import SET status = $2, reason = $3, ended_at = $4 WHERE id = $1', [
    importId,
    end.status,
    end.reason,
    end.now,
  ])
}

/** Rows that were not imported, or not wholly, in the order of the file. */
export const readTroubled = async (
  db: Queryable,
  importId: string,
  after: number,
  limit: number,
): Promise<(FileRow & { status: RowStatus; reason: string | null })[]> =>
  db.query(
    `SELECT number, cells, status, reason FROM w.import_row WHERE import_id = $1 AND number > $2 AND (status = 'failed' OR (reason IS NOT NULL AND status <> 'asked')) ORDER BY number LIMIT $3`,
    [importId, after, limit],
  )

/** Files that were looked at and never started are forgotten; what was imported is history and stays. */
export const forgetPreviews = async (db: Queryable, before: string): Promise<void> => {
  await db.query(
    `WITH old AS (DELETE FROM w.import WHERE status = 'preview' AND created_at < $1 RETURNING id) DELETE FROM w.import_row r USING old WHERE r.import_id = old.id`,
    [before],
  )
}

export const findRunning = async (db: Queryable): Promise<string[]> =>
  (await db.query<{ id: string }>(`SELECT id FROM w.import WHERE status = 'running' ORDER BY id`)).map((row) => row.id)

export const writePlan = async (db: Queryable, importId: string, plan: ImportPlan): Promise<void> => {
  await db.query(`UPDATE w.import SET plan = $2 WHERE id = $1 AND status = 'preview'`, [importId, JSON.stringify(plan)])
}

/** Rows that ask, in the order of the file. */
export const readAsked = async (
  db: Queryable,
  importId: string,
  after: number,
  limit: number,
): Promise<(FileRow & { recordId: string | null; reason: string | null })[]> =>
  db.query(
    `SELECT number, cells, reason, record_id AS "recordId" FROM w.import_row
     WHERE import_id = $1 AND number > $2 AND status = 'asked' ORDER BY number LIMIT $3`,
    [importId, after, limit],
  )

/** Lets the rows that asked wait once more, now with an answer; gives how many. `numbers` null: all of them. */
export const answerRows = async (
  db: Queryable,
  importId: string,
  answer: 'update' | 'skip',
  numbers: readonly number[] | null,
): Promise<number> => {
  const rows = await db.query(
    `UPDATE w.import_row SET status = 'waiting', answer = $2, reason = NULL, record_id = NULL
     WHERE import_id = $1 AND status = 'asked' AND ($3::int[] IS NULL OR number = ANY($3)) RETURNING number`,
    [importId, answer, numbers],
  )
  return rows.length
}

/** A finished import goes on with the rows that were answered. */
export const reopenImport = async (db: Queryable, importId: string, answered: number): Promise<void> => {
  await db.query(
    `UPDATE w.import SET status = 'running', ended_at = NULL, done = done - $2,
       counts = jsonb_set(counts, '{asked}', to_jsonb(greatest(0, coalesce((counts->>'asked')::int, 0) - $2))) WHERE id = $1`,
    [importId, answered],
  )
}
