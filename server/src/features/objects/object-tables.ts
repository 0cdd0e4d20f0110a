import { AppError, type Field, type FieldType, type ObjectType } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Database, Queryable, Transaction } from '../../database/database.ts'

/** The only place that makes or alters tables of records. Identifiers come from ids of our own making (`o_3`, `f_17`). */

const factsOf = (type: string): FieldType => {
  const facts = fieldTypeRegistry[type]
  if (!facts) throw new AppError('invalid-values', { issues: [{ path: 'type', code: 'unknown-field-type', params: { type } }] })
  return facts
}

/** The column's SQL type, e.g. `numeric(18,2)`. */
export const columnType = (type: string, settings: unknown): string => {
  const facts = factsOf(type)
  return facts.column(facts.settings.parse(settings))
}

/**
 * A lock that is not had at once is not waited for: readers and writers would queue up behind the waiting DDL. Long enough for
 * ordinary writes to end, short enough that nobody notices who waits behind us.
 */
const LOCK_TIMEOUT_MS = 50
export const quickly = async (tx: Transaction, table: string): Promise<void> => {
  await tx.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT_MS}ms'`)
  await sendVacuumAway(tx, table)
}

/**
 * A vacuum holds a large table for minutes and leaves only who waits for it a whole second, with everybody else behind. Asked
 * to, where we may ask, it leaves at once and comes again by itself. One that keeps the database from standing still is let be.
 */
const sendVacuumAway = async (tx: Transaction, table: string): Promise<void> =>
  void (await tx.query(
    `SELECT pg_cancel_backend(l.pid) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.relation = to_regclass('w.${table}') AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND l.granted AND a.backend_type = 'autovacuum worker' AND a.query NOT LIKE '%to prevent wraparound%'
       AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)`,
  ))

/** PostgreSQL holds 1,600 columns in a table, and what was dropped counts for ever. The last few are kept for the platform. */
const MOST_COLUMNS = 1_590

/** Refuses in time, with the limit named, what PostgreSQL would refuse in the middle. One row of the catalogue, before DDL only. */
export const requireColumnRoom = async (db: Queryable, table: string, columns = 1): Promise<void> => {
  const [row] = await db.query<{ used: number }>(
    `SELECT relnatts::int AS used FROM pg_class WHERE oid = 'w.${table}'::regclass`,
  )
  if ((row?.used ?? 0) + columns > MOST_COLUMNS)
    throw new AppError('limit-reached', { details: { limit: `${MOST_COLUMNS} 列，删掉的也算，已经用了 ${row?.used ?? 0} 列` } })
}

/** Whether a field's values follow from others: its column is made when all definitions are known, for it is that of its results. */
export const isWorkedOut = (field: Pick<Field, 'type'>): boolean => factsOf(field.type).computed !== undefined

export const createObjectTable = async (tx: Transaction, object: ObjectType): Promise<void> => {
  const given = object.fields.filter((field) => !isWorkedOut(field))
  const columns = given.map((field) => `${field.id} ${columnType(field.type, field.settings)}`)
  await tx.query(`CREATE TABLE w.${object.id} (
    id uuid PRIMARY KEY, rev integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL, created_by uuid, updated_at timestamptz NOT NULL, updated_by uuid,
    owner_id uuid, dept_path text, deleted_at timestamptz${columns.map((column) => `,\n    ${column}`).join('')})`)
  await tx.query(`CREATE INDEX ON w.${object.id} (created_at, id) WHERE deleted_at IS NULL`)
  await tx.query(`CREATE INDEX ON w.${object.id} (owner_id, created_at, id) WHERE deleted_at IS NULL`)
  await tx.query(`CREATE INDEX ON w.${object.id} ((dept_path COLLATE "C"), created_at, id) WHERE deleted_at IS NULL`)
  for (const { name, method, statistics, isUnique } of given.flatMap((field) => indexesOf(object.id, field))) {
    await tx.query(`CREATE${isUnique ? ' UNIQUE' : ''} INDEX ${name} ON w.${object.id} ${method}`)
    if (statistics) await tx.query(`ALTER INDEX w.${name} ALTER COLUMN 1 SET STATISTICS ${statistics}`)
  }
}

/** Adding a column without a default is instant at any size. */
export const addFieldColumn = async (
  tx: Transaction,
  table: string,
  field: Pick<Field, 'id' | 'type' | 'settings'>,
): Promise<void> => {
  await quickly(tx, table)
  await tx.query(`ALTER TABLE w.${table} ADD COLUMN IF NOT EXISTS ${field.id} ${columnType(field.type, field.settings)}`)
}

/** Dropping one is instant too: the values stay in the rows, unseen, until these are written anew. */
export const dropFieldColumn = async (tx: Transaction, table: string, column: string): Promise<void> => {
  await quickly(tx, table)
  await tx.query(`ALTER TABLE w.${table} DROP COLUMN IF EXISTS ${column}`)
}

export const dropObjectTable = async (tx: Transaction, table: string): Promise<void> => {
  await quickly(tx, table)
  await tx.query(`DROP TABLE IF EXISTS w.${table}`)
}

/** Notes in `w.converting` whose value of `column` is written from now on, until the note is taken away. */
export const noteWrites = async (tx: Transaction, table: string, column: string, jobId: string): Promise<void> => {
  await quickly(tx, table)
  const run = `FOR EACH ROW WHEN (NEW.${column} IS NOT NULL) EXECUTE FUNCTION w.note_converting('${jobId}')`
  await tx.query(`CREATE TRIGGER ${column}_insert AFTER INSERT ON w.${table} ${run}`)
  await tx.query(
    `CREATE TRIGGER ${column}_update AFTER UPDATE OF ${column} ON w.${table} FOR EACH ROW
     WHEN (OLD.${column} IS DISTINCT FROM NEW.${column}) EXECUTE FUNCTION w.note_converting('${jobId}')`,
  )
}

/**
 * Notes also records that are written in other fields, for who reads the table page by page: such a record may move to a page
 * that was read before. A write of `to` is the reader's own and is not noted.
 */
export const noteMoves = async (
  tx: Transaction,
  table: string,
  { from, to }: { from: string; to: string },
  jobId: string,
): Promise<void> => {
  await quickly(tx, table)
  await tx.query(
    `CREATE TRIGGER ${from}_moved AFTER UPDATE ON w.${table} FOR EACH ROW
     WHEN (OLD.${from} IS NOT DISTINCT FROM NEW.${from} AND OLD.${to} IS NOT DISTINCT FROM NEW.${to})
     EXECUTE FUNCTION w.note_converting('${jobId}')`,
  )
}

export const stopNotingMoves = async (tx: Transaction, table: string, column: string): Promise<void> => {
  await quickly(tx, table)
  await tx.query(`DROP TRIGGER IF EXISTS ${column}_moved ON w.${table}`)
}

export const stopNoting = async (tx: Transaction, table: string, column: string): Promise<void> => {
  await quickly(tx, table)
  for (const when of ['insert', 'update', 'moved']) await tx.query(`DROP TRIGGER IF EXISTS ${column}_${when} ON w.${table}`)
}

interface FieldIndex {
  name: string
  /** What stands after `CREATE INDEX … ON table`. */
  method: string
  /** More than the usual statistics, where the planner needs them. */
  statistics?: number
  isUnique?: boolean
}

/**
 * The index that keeps values from repeating, whoever writes at the same instant. Its name says so to `Database.transaction`.
 * Records in the bin are not in it: what they held is free, and one that comes back finds it free or is refused.
 */
const uniqueIndexOf = (table: string, field: Pick<Field, 'id' | 'type'>): FieldIndex => {
  const key = factsOf(field.type).uniqueKey?.(field.id)
  if (key === undefined) throw new AppError('invalid-values', { issues: [{ path: 'unique', code: 'cannot-be-unique' }] })
  return {
    name: `${table}_${field.id}_unique`,
    method: `((${key})) WHERE deleted_at IS NULL AND ${field.id} IS NOT NULL`,
    isUnique: true,
  }
}

/** The indexes of a field that is searched, points to records, or whose values may not repeat. */
const indexesOf = (table: string, field: Pick<Field, 'id' | 'type' | 'searchable' | 'unique'>): FieldIndex[] => {
  const facts = factsOf(field.type)
  const name = `${table}_${field.id}`
  const indexes: FieldIndex[] = field.unique ? [uniqueIndexOf(table, field)] : []
  // Enough statistics to tell a common pair of characters from a rare one.
  if (field.searchable && facts.search === 'bigram')
    indexes.push({ name: `${name}_grams`, method: `USING gin (jieli.grams(${field.id}))`, statistics: 400 })
  if (field.searchable && facts.search === 'trigram')
    indexes.push({ name: `${name}_trigrams`, method: `USING gin (${field.id} gin_trgm_ops)` })
  if (facts.isRelation || facts.targets)
    indexes.push({
      name: `${name}_relation`,
      method: facts.valueType === 'list' ? `USING gin (${field.id})` : `(${field.id}, id)`,
    })
  return indexes
}

/** True when the field wants an index of its own. */
export const wantsIndex = (field: Pick<Field, 'id' | 'type' | 'searchable'>): boolean => indexesOf('', field).length > 0

/**
 * Makes a field's indexes while everybody reads and writes. What an attempt that was cut off left behind is not valid, is of
 * no use, and goes first.
 */
export const indexWhileOthersWrite = async (
  db: Database,
  table: string,
  field: Pick<Field, 'id' | 'type' | 'searchable'>,
): Promise<void> => {
  for (const { name, method, statistics } of indexesOf(table, field)) {
    await db.queryWithoutLimit(`DROP INDEX CONCURRENTLY IF EXISTS w.${name}`)
    await db.queryWithoutLimit(`CREATE INDEX CONCURRENTLY ${name} ON w.${table} ${method}`)
    if (statistics) await db.query(`ALTER INDEX w.${name} ALTER COLUMN 1 SET STATISTICS ${statistics}`)
  }
}

/** The columns that a table has; none when there is no such table. */
export const columnsOf = async (tx: Transaction, table: string): Promise<Set<string>> => {
  const rows = await tx.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass('w.${table}') AND attnum > 0 AND NOT attisdropped`,
  )
  return new Set(rows.map((row) => row.name))
}

/** Makes the index of values that may not repeat while everybody writes; from its first moment on no new repetition gets in. */
export const uniqueWhileOthersWrite = async (db: Database, table: string, field: Pick<Field, 'id' | 'type'>): Promise<void> => {
  const { name, method } = uniqueIndexOf(table, field)
  await db.queryWithoutLimit(`DROP INDEX CONCURRENTLY IF EXISTS w.${name}`)
  await db.queryWithoutLimit(`CREATE UNIQUE INDEX CONCURRENTLY ${name} ON w.${table} ${method}`)
}

/** Values may repeat again, at once: what is left of an index that could not be made goes too. */
export const dropUniqueIndex = async (tx: Transaction, table: string, column: string): Promise<void> => {
  await quickly(tx, table)
  await tx.query(`DROP INDEX IF EXISTS w.${table}_${column}_unique`)
}
