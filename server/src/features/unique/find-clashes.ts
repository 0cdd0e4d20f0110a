import { typeAndSettingsOf, type FieldInfo, type ObjectInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Queryable } from '../../database/database.ts'

/** A record as it is to be: `id` is its own, which never stands in its own way; null when it is new. */
export interface Contender {
  id: string | null
  values: Readonly<Record<string, Value>>
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
 * Which contenders hold a value that a record in use, or a contender before them, holds already; one query a unique field,
 * none where no contender has a value of it. The database compares, by the very expression of the index that decides races.
 * A record that gives its value up in the same batch still holds it: two records cannot swap in one call.
 */
export const findClashes = async (db: Queryable, info: ObjectInfo, contenders: readonly Contender[]): Promise<Clash[]> => {
  const found = await Promise.all(
    uniqueFieldsOf(info).map(async (field): Promise<Clash[]> => {
      const given = contenders.flatMap(({ id, values }, index) => {
        const value = values[field.name] ?? null
        return value === null ? [] : [{ i: index, id, v: value }]
      })
      if (given.length === 0) return []
      const rows = await db.query<{ index: number; holder: string | null }>(
        `WITH given AS (SELECT i, id, ${keyOf(field, 'v')} AS key, row_number() OVER (PARTITION BY ${keyOf(field, 'v')} ORDER BY i) AS nth
           FROM jsonb_to_recordset($1::jsonb) AS x(i int, id uuid, v ${columnOf(field)}))
         SELECT given.i AS index, t.id AS holder FROM given LEFT JOIN w.${info.table} t
           ON ${keyOf(field, `t.${field.column}`)} = given.key AND t.${field.column} IS NOT NULL AND t.deleted_at IS NULL
           AND t.id IS DISTINCT FROM given.id
         WHERE t.id IS NOT NULL OR given.nth > 1 ORDER BY given.i`,
        [JSON.stringify(given)],
      )
      return rows.map(({ index, holder }) => ({ index, field, holderId: holder }))
    }),
  )
  return found.flat()
}

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
