import { typeAndSettingsOf, type FieldInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'

/** What stands first: the order of somebody's own list. The name is the one PostgreSQL gave it when the table was made. */
const FIRST = ['owner_id', 'created_at', 'id']

export const ownerIndexName = (table: string): string => `${table}_${FIRST.join('_')}_idx`

/** Each is in every entry of the index: so many, and no more. */
const MOST_COLUMNS = 8

/** Types whose values take a few bytes in an entry. */
const NARROW = /^(uuid|numeric|timestamptz|date|boolean|smallint|integer|bigint)\b/

/** Whether a value is short whatever people enter: an entry of a B-tree that grew too long would refuse the record. */
export const isNarrow = (field: FieldInfo): boolean => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  if (type.isOpaque || (type.index ?? 'btree') !== 'btree') return false
  // Options are kept by ids of at most sixty letters.
  return NARROW.test(type.column(settings)) || (type.column(settings) === 'text' && Array.isArray(settings['options']))
}

/**
 * The columns of the index by owner: beside the list's order those that lists filter and sort by, so that what somebody asks of
 * their own records is found, counted and grouped in one stretch of one index, whatever millions others have.
 */
export const ownerIndexColumns = (fields: readonly FieldInfo[]): string[] => [
  ...FIRST,
  ...[...new Set(fields.filter(isNarrow).map(({ column }) => column))].slice(0, MOST_COLUMNS),
]

export const ownerIndexDefinition = (table: string, columns: readonly string[]): string =>
  `w.${table} (${columns.join(', ')}) WHERE deleted_at IS NULL`
