import { typeAndSettingsOf, type FieldInfo, type ObjectInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Queryable } from '../../database/database.ts'
import { clashesAmong } from './value-ledger.ts'

/** A record as it is to be: `id` is its own, which never stands in its own way; null when it is new. */
export interface Contender {
  id: string | null
  values: Readonly<Record<string, Value>>
}

/** A value of a unique field that a contender brings: `key` is what counts as the same, `holderId` the record in use that has it. */
export interface Claim {
  field: FieldInfo
  key: string
  holderId: string | null
}

/** A value that may not repeat and would. `holderId` is the record in use that has it; null: an earlier contender. */
export interface Clash {
  index: number
  field: FieldInfo
  holderId: string | null
}

/** The fields of an object whose values may not repeat; most objects have none. */
export const uniqueFieldsOf = (info: ObjectInfo): FieldInfo[] => [...info.fields.values()].filter((field) => field.unique)

/** SQL of what counts as one value. Fields that are unique have a type that says so. */
const keyOf = (field: FieldInfo, column: string): string =>
  typeAndSettingsOf(field, fieldTypeRegistry).type.uniqueKey?.(column) ?? column

const columnOf = (field: FieldInfo): string => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.column(settings)
}

/**
 * What contenders claim, by their places; one query a unique field, none where no contender has a value of it. The database
 * compares, by the very expression of the index that decides races. A record that gives its value up in the same batch still
 * holds it: two records cannot swap in one call.
 */
export const findClaims = async (db: Queryable, info: ObjectInfo, contenders: readonly Contender[]): Promise<Claim[][]> => {
  const claims = contenders.map((): Claim[] => [])
  const found = await Promise.all(
    uniqueFieldsOf(info).map(async (field) => ({ field, rows: await claimsOnField(db, info, field, contenders) })),
  )
  for (const { field, rows } of found)
    for (const { index, key, holder } of rows) {
      const own = claims[index]
      // While its index is being made there may be several holders; one is enough to refuse.
      if (own && own.at(-1)?.field !== field) own.push({ field, key, holderId: holder })
    }
  return claims
}

const claimsOnField = async (
  db: Queryable,
  info: ObjectInfo,
  field: FieldInfo,
  contenders: readonly Contender[],
): Promise<{ index: number; key: string; holder: string | null }[]> => {
  const given = contenders.flatMap(({ id, values }, index) => {
    const value = values[field.name] ?? null
    return value === null ? [] : [{ i: index, id, v: value }]
  })
  if (given.length === 0) return []
  return db.query(
    `WITH given AS (SELECT i, id, ${keyOf(field, 'v')} AS key FROM jsonb_to_recordset($1::jsonb) AS x(i int, id uuid, v ${columnOf(field)}))
     SELECT given.i AS index, given.key::text AS key, t.id AS holder FROM given LEFT JOIN w.${info.table} t
       ON ${keyOf(field, `t.${field.column}`)} = given.key AND t.${field.column} IS NOT NULL AND t.deleted_at IS NULL
       AND t.id IS DISTINCT FROM given.id
     ORDER BY given.i`,
    [JSON.stringify(given)],
  )
}

/** Which contenders hold a value that a record in use, or a contender before them, holds already. */
export const findClashes = async (db: Queryable, info: ObjectInfo, contenders: readonly Contender[]): Promise<Clash[]> =>
  clashesAmong(await findClaims(db, info, contenders))

/** The records in use that hold values of a unique field, by the place of the value. */
export const findHolders = async (
  db: Queryable,
  info: ObjectInfo,
  field: FieldInfo,
  values: readonly Value[],
): Promise<Map<number, string>> => {
  if (values.length === 0) return new Map()
  const rows = await db.query<{ index: number; holder: string }>(
    `SELECT given.i AS index, t.id AS holder
     FROM (SELECT i, ${keyOf(field, 'v')} AS key FROM jsonb_to_recordset($1::jsonb) AS x(i int, v ${columnOf(field)})) given
     JOIN w.${info.table} t ON ${keyOf(field, `t.${field.column}`)} = given.key AND t.${field.column} IS NOT NULL AND t.deleted_at IS NULL`,
    [JSON.stringify(values.map((value, index) => ({ i: index, v: value })))],
  )
  return new Map(rows.map(({ index, holder }) => [index, holder]))
}

/** Values by what counts as one: those with the same key are the same value. */
export const keysOfValues = async (db: Queryable, field: FieldInfo, values: readonly Value[]): Promise<string[]> => {
  if (values.length === 0) return []
  const rows = await db.query<{ key: string }>(
    `SELECT (${keyOf(field, 'v')})::text AS key FROM jsonb_to_recordset($1::jsonb) AS x(i int, v ${columnOf(field)}) ORDER BY i`,
    [JSON.stringify(values.map((value, index) => ({ i: index, v: value })))],
  )
  return rows.map(({ key }) => key)
}
