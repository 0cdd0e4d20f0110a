import type { Database, Queryable } from '../../database/database.ts'
import type { FieldUse, IndexPurpose } from './field-uses.ts'

/** The SQL of the index keeper. */

/** `owner`: the index by owner, which holds what the others are over. */
type BuiltFor = Omit<FieldUse, 'purpose'> & { purpose: IndexPurpose | 'owner' }

export interface StoredIndex {
  table: string
  column: string
  purpose: IndexPurpose
  uses: number
  lastUsedAt: string
  status: 'noticed' | 'building' | 'ready' | 'failed'
  reason: string | null
  builtAt: string | null
}

export const storeUses = async (
  db: Queryable,
  taken: readonly { use: FieldUse; count: number }[],
  now: string,
): Promise<void> => {
  if (taken.length === 0) return
  await db.query(
    `INSERT INTO w.field_index AS f (object_table, field_column, purpose, uses, last_used_at)
     SELECT x.t, x.c, x.p, x.n, $5 FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS x(t, c, p, n)
     ON CONFLICT (object_table, field_column, purpose)
     DO UPDATE SET uses = f.uses + excluded.uses, last_used_at = excluded.last_used_at`,
    [
      taken.map(({ use }) => use.table),
      taken.map(({ use }) => use.column),
      taken.map(({ use }) => use.purpose),
      taken.map(({ count }) => count),
      now,
    ],
  )
}

export const findStoredIndexes = (db: Queryable): Promise<StoredIndex[]> =>
  db.query<StoredIndex>(
    `SELECT object_table AS table, field_column AS column, purpose, uses::int, last_used_at AS "lastUsedAt", status, reason,
       built_at AS "builtAt"
     FROM w.field_index WHERE purpose <> 'owner' ORDER BY object_table, last_used_at DESC, field_column, purpose`,
  )

/** Rows of the workspace's tables as PostgreSQL last counted them: exact enough to tell large from small. */
export const findTableSizes = async (db: Database): Promise<Map<string, number>> => {
  const rows = await db.query<{ name: string; rows: number }>(
    'SELECT relname AS name, reltuples::float8 AS rows FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = $2',
    [db.schema, 'r'],
  )
  return new Map(rows.map(({ name, rows: count }) => [name, count]))
}

/** True for the one process that may build it now; a lease that ran out was a crash. */
export const claimIndex = async (
  db: Queryable,
  { table, column, purpose }: FieldUse,
  { now, until }: { now: string; until: string },
): Promise<boolean> => {
  const rows = await db.query(
    `UPDATE w.field_index SET status = 'building', lease_until = $5
     WHERE object_table = $1 AND field_column = $2 AND purpose = $3
       AND (status = 'noticed' OR status = 'building' AND lease_until < $4) RETURNING 1`,
    [table, column, purpose, now, until],
  )
  return rows.length > 0
}

/** As `claimIndex`, for the index by owner, which nobody has to have noted first; one that failed is tried again after a lease. */
export const claimOwnerIndex = async (
  db: Queryable,
  { table, column, purpose }: BuiltFor,
  { now, until }: { now: string; until: string },
): Promise<boolean> => {
  const rows = await db.query(
    `INSERT INTO w.field_index AS f (object_table, field_column, purpose, last_used_at, status, lease_until)
     VALUES ($1, $2, $3, $4::timestamptz, 'building', $5::timestamptz)
     ON CONFLICT (object_table, field_column, purpose) DO UPDATE SET status = 'building', lease_until = excluded.lease_until, last_used_at = excluded.last_used_at
     WHERE f.status = 'ready' OR f.status = 'building' AND f.lease_until < excluded.last_used_at
       OR f.status = 'failed' AND f.last_used_at < excluded.last_used_at - (excluded.lease_until - excluded.last_used_at)
     RETURNING 1`,
    [table, column, purpose, now, until],
  )
  return rows.length > 0
}

/** The columns of each of these indexes, in order; those that are not there or not whole are left out. */
export const findIndexColumns = async (db: Database, names: readonly string[]): Promise<Map<string, string[]>> => {
  const rows = await db.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid AND i.indisvalid JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = $1::regnamespace AND c.relname = ANY($2::text[]) GROUP BY 1`,
    [db.schema, names],
  )
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

export const markIndex = (
  db: Queryable,
  { table, column, purpose }: BuiltFor,
  { status, reason, now }: { status: StoredIndex['status']; reason?: string; now: string },
): Promise<unknown> =>
  db.query(
    `UPDATE w.field_index SET status = $4, reason = $5, lease_until = NULL, uses = 0,
       built_at = CASE WHEN $4 = 'ready' THEN $6::timestamptz END
     WHERE object_table = $1 AND field_column = $2 AND purpose = $3`,
    [table, column, purpose, status, reason ?? null, now],
  )

export const forgetUse = (db: Queryable, { table, column, purpose }: FieldUse): Promise<unknown> =>
  db.query('DELETE FROM w.field_index WHERE object_table = $1 AND field_column = $2 AND purpose = $3', [table, column, purpose])
