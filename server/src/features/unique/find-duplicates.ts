import { must, type Field, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Queryable } from '../../database/database.ts'

/** Records that hold one value. */
export interface DuplicateGroup {
  /** The value as one of them holds it. */
  value: Value
  count: number
  /** The first of them, oldest first. */
  ids: string[]
}

export interface Duplicates {
  /** Values that stand more than once, and the records that hold them. */
  values: number
  records: number
  groups: DuplicateGroup[]
}

const MOST_GROUPS = 20
const MOST_IDS = 50

/** The values of a field that repeat among the records in use, those that most records share first. Reads the whole column. */
export const findDuplicates = async (db: Queryable, table: string, field: Pick<Field, 'id' | 'type'>): Promise<Duplicates> => {
  const type = must(fieldTypeRegistry[field.type], field.type)
  const key = type.uniqueKey?.(field.id) ?? field.id
  const rows = await db.query<{ values: number; records: number; count: number; ids: string[]; raw: unknown }>(
    `SELECT count(*) OVER () AS values, (sum(count) OVER ())::bigint AS records, count, ids, raw FROM (
       SELECT count(*) AS count, (array_agg(id ORDER BY id))[1:${MOST_IDS}] AS ids, (array_agg(${field.id} ORDER BY id))[1] AS raw
       FROM w.${table} WHERE deleted_at IS NULL AND ${field.id} IS NOT NULL GROUP BY ${key} HAVING count(*) > 1) groups
     ORDER BY count DESC, ids LIMIT ${MOST_GROUPS}`,
  )
  return {
    values: rows[0]?.values ?? 0,
    records: rows[0]?.records ?? 0,
    groups: rows.map(({ raw, count, ids }) => ({ value: type.fromRow ? type.fromRow(raw) : (raw as Value), count, ids })),
  }
}
