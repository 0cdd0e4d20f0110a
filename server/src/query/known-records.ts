import type { FieldInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../registries.ts'
import type { Bindings } from './bindings.ts'

/** The records of one object that a reader may know, as a table of a statement. */
export interface KnownTable {
  object: string
  alias: string
  /** `w.o_4 c1` */
  table: string
  /** Condition that keeps the reader's rows. */
  scope: string
}

/** Of a list of records those that the reader may know, in its order; none of them is no list. */
export const knownListSql = (column: string, { alias, table, scope }: KnownTable): string =>
  `(SELECT array_agg(${alias}.id ORDER BY ${alias}l.at) FROM unnest(${column}) WITH ORDINALITY AS ${alias}l(id, at) JOIN ${table} ON ${alias}.id = ${alias}l.id AND ${alias}.deleted_at IS NULL AND ${scope})`

/** A link where it leads to a record that the reader may know. What it leads to is looked for in the table of its own object only. */
export const knownLinkSql = (column: string, tables: readonly KnownTable[], bindings: Bindings): string => {
  if (tables.length === 0) return 'NULL::varchar'
  const isKnown = tables.map(
    ({ object, alias, table, scope }) =>
      `WHEN ${bindings.bindAs(object, 'text')} THEN EXISTS (SELECT 1 FROM ${table} WHERE ${alias}.id = split_part(${column}, ':', 2)::uuid AND ${alias}.deleted_at IS NULL AND ${scope})`,
  )
  return `(CASE WHEN (CASE split_part(${column}, ':', 1) ${isKnown.join(' ')} END) THEN ${column} END)`
}

/** What a field's column holds, or its list contains, where it points to a record. */
export const pointerSql = (field: FieldInfo, { object, id }: { object: string; id: string }, bindings: Bindings): string =>
  fieldTypeRegistry[field.type]?.targets ? `(${bindings.bindAs(`${object}:`, 'text')} || ${id}::text)` : id
