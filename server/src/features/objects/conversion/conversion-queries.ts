import { must, type Value } from '@jieli/core'
import type { Queryable, Transaction } from '../../../database/database.ts'
import { fieldTypeRegistry } from '../../../registries.ts'
import { columnType } from '../object-tables.ts'
import type { Kept } from './open-converter.ts'
import { WAVES, type Wave } from './page-waves.ts'

/** The SQL of type changes: whole chunks as one statement each. */

export interface Cell {
  id: string
  /** Where its row lies, when it was read by that. */
  at?: string
  value: Value
  /** The column as text, by which it is seen whether somebody wrote it meanwhile. */
  was: string | null
  /** What stands in the column that the value goes to: something only when a change is undone. */
  kept: Value
}

const fromRow = (kept: Kept, raw: unknown): Value => {
  const type = must(fieldTypeRegistry[kept.type], kept.type)
  if (raw === null || raw === undefined) return null
  return type.fromRow ? type.fromRow(raw) : (raw as Value)
}

interface CellRow {
  id: string
  at?: string
  raw: unknown
  was: string | null
  kept: unknown
}

const cellsOf = (rows: CellRow[], from: Kept, to: Kept): Cell[] =>
  rows.map((row) => ({
    id: row.id,
    ...(row.at === undefined ? {} : { at: row.at }),
    value: fromRow(from, row.raw),
    was: row.was,
    kept: fromRow(to, row.kept),
  }))

/** The next records in the order of their ids, deleted ones too: they may be restored. */
export const readCells = async (
  db: Queryable,
  { table, from, to, after, limit }: { table: string; from: Kept; to: Kept; after: string | null; limit: number },
): Promise<Cell[]> => {
  const rows = await db.query<CellRow>(
    `SELECT id, ${from.id} AS raw, ${from.id}::text AS was, ${to.id} AS kept FROM w.${table}
     WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
    [after, limit],
  )
  return cellsOf(rows, from, to)
}

/** How many pages a table has, and the file that they are in: another one, and rows lie elsewhere. */
export const extentOf = async (db: Queryable, table: string): Promise<{ pages: number; file: string }> => {
  const [row] = await db.query<{ pages: number; file: string }>(
    `SELECT (pg_relation_size(c) / current_setting('block_size')::int)::int AS pages, pg_relation_filenode(c)::text AS file
     FROM (SELECT 'w.${table}'::regclass AS c)`,
  )
  return must(row)
}

/** The cells of one wave over a stretch of pages, those of deleted records too: they may be restored. */
export const readWave = async (
  db: Queryable,
  { table, from, to, at }: { table: string; from: Kept; to: Kept; at: Wave },
): Promise<Cell[]> => {
  const rows = await db.query<CellRow>(
    `SELECT ctid::text AS at, id, ${from.id} AS raw, ${from.id}::text AS was, ${to.id} AS kept FROM w.${table}
     WHERE ctid >= $1::tid AND ctid < $2::tid AND (ctid::text::point)[1]::int % $3 = $4
       AND (${from.id} IS NOT NULL OR ${to.id} IS NOT NULL)`,
    [`(${at.first},0)`, `(${at.first + at.pages},0)`, WAVES, at.wave],
  )
  return cellsOf(rows, from, to)
}

/** Records by name, held against writers until the transaction ends. */
export const lockCells = async (
  tx: Transaction,
  { table, from, to, ids }: { table: string; from: Kept; to: Kept; ids: readonly string[] },
): Promise<Cell[]> => {
  const rows = await tx.query<CellRow>(
    `SELECT id, ${from.id} AS raw, ${from.id}::text AS was, ${to.id} AS kept FROM w.${table}
     WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  )
  return cellsOf(rows, from, to)
}

/**
 * Writes converted values where the original is still what was read; where it is not, the trigger has noted it. Neither
 * revision nor time nor log move: what a record says is the same.
 */
export const writeCells = async (
  tx: Transaction,
  { table, from, to }: { table: string; from: Kept; to: Kept },
  cells: readonly { id: string; at?: string | undefined; was: string | null; value: Value }[],
): Promise<void> => {
  if (cells.length === 0) return
  const column = columnType(to.type, to.settings)
  const toRow = must(fieldTypeRegistry[to.type], to.type).toRow
  const rows = cells.map(({ value, ...cell }) => ({ ...cell, value: value === null || !toRow ? value : toRow(value) }))
  // The id too where the place is known: another record may have taken the place since.
  const place = cells[0]?.at === undefined ? '' : 't.ctid = x.at AND '
  await tx.query(
    `UPDATE w.${table} t SET ${to.id} = x.value${column === 'jsonb' ? '::jsonb' : ''}
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, at tid, was text, value ${column === 'jsonb' ? 'text' : column})
     WHERE ${place}t.id = x.id AND t.${from.id}::text IS NOT DISTINCT FROM x.was`,
    [JSON.stringify(rows)],
  )
}

/** Takes notes of writes off the list, the oldest first. */
export const takeNotes = async (tx: Transaction, jobId: string, limit: number): Promise<string[]> => {
  const rows = await tx.query<{ record_id: string }>(
    `DELETE FROM w.converting WHERE id IN (SELECT id FROM w.converting WHERE job_id = $1 ORDER BY id LIMIT $2) RETURNING record_id`,
    [jobId, limit],
  )
  return [...new Set(rows.map((row) => row.record_id))]
}

export const forgetNotes = async (tx: Transaction, jobId: string): Promise<void> => {
  await tx.query('DELETE FROM w.converting WHERE job_id = $1', [jobId])
  await tx.query('DELETE FROM w.lost_cell WHERE job_id = $1', [jobId])
}

/** Keeps what had no value of the new type, as people knew it. */
export const keepLost = async (
  tx: Transaction,
  jobId: string,
  lost: readonly { recordId: string; text: string; code: string }[],
): Promise<void> => {
  if (lost.length === 0) return
  await tx.query(
    `INSERT INTO w.lost_cell (job_id, record_id, text, code)
     SELECT $1, record_id, text, code FROM jsonb_to_recordset($2::jsonb) AS x(record_id uuid, text text, code text)
     ON CONFLICT (job_id, record_id) DO UPDATE SET text = excluded.text, code = excluded.code`,
    [jobId, JSON.stringify(lost.map(({ recordId, text, code }) => ({ record_id: recordId, text, code })))],
  )
}

/** About how many rows, without counting them: what the last ANALYZE saw, or a count where the table is small or new. */
export const estimateRows = async (db: Queryable, table: string): Promise<number> => {
  const [row] = await db.query<{ rows: number }>(
    `SELECT reltuples::bigint AS rows FROM pg_class WHERE oid = 'w.${table}'::regclass`,
  )
  if (row && row.rows > 50_000) return row.rows
  const [counted] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM w.${table} LIMIT 50001) capped`,
  )
  return Math.max(counted?.count ?? 0, row?.rows ?? 0)
}
