import { typeAndSettingsOf, type FieldInfo, type ObjectInfo, type Value } from '@jieli/core'
import type { CopyCell } from '../../database/copy-text.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Queryable, Row, Transaction } from '../../database/database.ts'
import type { StoredRecord, Values } from './change.ts'

/** The SQL of the one write function: whole batches as one statement each. */

/** A field's own column type; jsonb travels as text because its value already is JSON text. */
const travelType = (field: FieldInfo): { column: string; travels: string } => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const column = type.column(settings)
  return { column, travels: column === 'jsonb' ? 'text' : column }
}

const ownFields = (info: ObjectInfo, names: Iterable<string>): FieldInfo[] =>
  [...new Set(names)]
    .map((name) => info.fields.get(name))
    .filter((field): field is FieldInfo => field !== undefined && !field.system)

/** What the driver gave, as the stored value of a field. */
export const valueFromRow = (field: FieldInfo, raw: unknown): Value => {
  if (raw === null || raw === undefined) return null
  const { type } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.fromRow ? type.fromRow(raw) : (raw as Value)
}

export interface NewRecord {
  id: string
  ownerId: string | null
  departmentPath: string | null
  createdAt: string
  values: Values
}

export const insertRecords = (
  tx: Transaction,
  info: ObjectInfo,
  records: NewRecord[],
  by: { now: string; userId: string | null },
): void => {
  const fields = ownFields(
    info,
    records.flatMap((record) => Object.keys(record.values)),
  )
  const cells = fields.map(cellOf)
  tx.copy(
    `w.${info.table}`,
    [...systemColumns, ...fields.map((field) => field.column)],
    records.map((record) => [
      record.id,
      record.createdAt,
      by.userId,
      by.now,
      by.userId,
      record.ownerId,
      record.departmentPath,
      ...cells.map((cell) => cell(record.values)),
    ]),
  )
}

/** A field's value as its column takes it: in one of JSON lists are JSON, and a text is JSON already. */
const cellOf = (field: FieldInfo): ((values: Values) => CopyCell) => {
  const isJson = travelType(field).column === 'jsonb'
  return ({ [field.name]: value = null }) =>
    isJson && value !== null && typeof value !== 'string' ? JSON.stringify(value) : value
}

const systemColumns = ['id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'owner_id', 'dept_path']

const castBack = (field: FieldInfo): string => (travelType(field).column === 'jsonb' ? '::jsonb' : '')

/** A record as it is to be. */
export interface RecordUpdate {
  id: string
  ownerId: string | null
  departmentPath: string | null
  deletedAt: string | null
  values: Values
}

/** Which columns a batch of updates writes. */
export interface UpdatedColumns {
  fields: ReadonlySet<string>
  owner: boolean
  deleted: boolean
}

/**
 * One statement for all, whatever changes on each: a column that changes on one is written on every one, to most of them the
 * value it has. The caller holds their locks, so that is the value it read.
 */
export const updateRecords = (
  tx: Transaction,
  info: ObjectInfo,
  updates: readonly RecordUpdate[],
  columns: UpdatedColumns,
  by: { now: string; userId: string | null },
): void => {
  const fields = ownFields(info, columns.fields)
  const rows = updates.map((update) => ({
    id: update.id,
    ...(columns.owner ? { owner_id: update.ownerId, dept_path: update.departmentPath } : {}),
    ...(columns.deleted ? { deleted_at: update.deletedAt } : {}),
    ...Object.fromEntries(fields.map((field) => [field.column, update.values[field.name] ?? null])),
  }))
  const sets = [
    'rev = t.rev + 1',
    'updated_at = $2',
    'updated_by = $3',
    ...fields.map((field) => `${field.column} = x.${field.column}${castBack(field)}`),
    ...(columns.owner ? ['owner_id = x.owner_id', 'dept_path = x.dept_path'] : []),
    ...(columns.deleted ? ['deleted_at = x.deleted_at'] : []),
  ]
  const shape = fields.map((field) => `, ${field.column} ${travelType(field).travels}`).join('')
  tx.send(
    `UPDATE w.${info.table} t SET ${sets.join(', ')}
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, owner_id uuid, dept_path text, deleted_at timestamptz${shape}) WHERE t.id = x.id`,
    [JSON.stringify(rows), by.now, by.userId],
  )
}

/** Records as they stand, whoever asks: for the write function and the platform's own work. `lock` holds them until commit. */
export const readRecords = async (
  db: Queryable,
  info: ObjectInfo,
  ids: readonly string[],
  options: { lock?: boolean; deleted?: boolean; extra?: string; params?: unknown[] } = {},
): Promise<(StoredRecord & { extra: Row })[]> => {
  const fields = [...info.fields.values()].filter((field) => !field.system)
  const rows = await db.query(
    `SELECT t.id, t.rev, t.owner_id, t.dept_path, t.created_at, t.created_by${fields.map((field) => `, t.${field.column}`).join('')}${options.extra ? `, ${options.extra}` : ''}
     FROM w.${info.table} t WHERE t.id = ANY($1::uuid[]) AND t.deleted_at IS ${options.deleted ? 'NOT ' : ''}NULL
     ORDER BY t.id${options.lock ? ' FOR UPDATE OF t' : ''}`,
    [ids, ...(options.params ?? [])],
  )
  return rows.map((row) => ({
    id: String(row['id']),
    rev: Number(row['rev']),
    ownerId: (row['owner_id'] as string | null) ?? null,
    departmentPath: (row['dept_path'] as string | null) ?? null,
    createdAt: String(row['created_at']),
    createdBy: (row['created_by'] as string | null) ?? null,
    values: Object.fromEntries(fields.map((field) => [field.name, valueFromRow(field, row[field.column])])),
    extra: row,
  }))
}
