import { AppError, type Field, type FieldType, type ObjectType } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'

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

/** A lock that is not had at once is not waited for: readers and writers would queue up behind the waiting DDL. */
const quickly = async (tx: Transaction): Promise<void> => void (await tx.query("SET LOCAL lock_timeout = '2s'"))

export const createObjectTable = async (tx: Transaction, object: ObjectType): Promise<void> => {
  const columns = object.fields.map((field) => `${field.id} ${columnType(field.type, field.settings)}`)
  await tx.query(`CREATE TABLE w.${object.id} (
    id uuid PRIMARY KEY, rev integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL, created_by uuid, updated_at timestamptz NOT NULL, updated_by uuid,
    owner_id uuid, dept_path text, deleted_at timestamptz${columns.map((column) => `,\n    ${column}`).join('')})`)
  await tx.query(`CREATE INDEX ON w.${object.id} (created_at, id) WHERE deleted_at IS NULL`)
  await tx.query(`CREATE INDEX ON w.${object.id} (owner_id, created_at, id) WHERE deleted_at IS NULL`)
  await tx.query(`CREATE INDEX ON w.${object.id} ((dept_path COLLATE "C"), created_at, id) WHERE deleted_at IS NULL`)
  for (const field of object.fields) await indexField(tx, object.id, field)
}

/** Adding a column without a default is instant at any size. */
export const addFieldColumn = async (tx: Transaction, table: string, field: Field): Promise<void> => {
  await quickly(tx)
  await tx.query(`ALTER TABLE w.${table} ADD COLUMN ${field.id} ${columnType(field.type, field.settings)}`)
}

const indexField = async (tx: Transaction, table: string, field: Field): Promise<void> => {
  const facts = factsOf(field.type)
  if (field.searchable && facts.search === 'bigram') {
    const name = `${table}_${field.id}_grams`
    await tx.query(`CREATE INDEX ${name} ON w.${table} USING gin (jieli.grams(${field.id}))`)
    // Enough statistics to tell a common pair of characters from a rare one.
    await tx.query(`ALTER INDEX w.${name} ALTER COLUMN 1 SET STATISTICS 400`)
  }
  if (field.searchable && facts.search === 'trigram')
    await tx.query(`CREATE INDEX ON w.${table} USING gin (${field.id} gin_trgm_ops)`)
  if (facts.isRelation) await tx.query(`CREATE INDEX ON w.${table} (${field.id}, id)`)
}
