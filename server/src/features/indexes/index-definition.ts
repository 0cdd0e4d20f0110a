import { typeAndSettingsOf, type FieldInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { FieldUse } from './field-uses.ts'

/** An entry of a B-tree may not be longer than a third of a page; a character takes up to three bytes. */
const LONGEST_TEXT = 800

export const indexName = ({ table, column, purpose }: FieldUse): string => `${table}_${column}_${purpose}`

/**
 * Whose a row is stands last in every index, owner and department: who sees only some rows has the others skipped in the index
 * (822 ms became 21), and counts are made of the index alone, without a look at the table.
 */
const WHOSE = 'owner_id, dept_path COLLATE "C"'

/**
 * What to make for a use of a field; undefined where no index would serve. A filter's index goes on in the lists' usual order,
 * so that one range of it is a page; an order's is the ORDER BY that lists are written with.
 */
export const indexDefinition = (use: FieldUse, field: FieldInfo): string | undefined => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const kind = type.index ?? 'btree'
  const longest = (settings as { maxLength?: unknown }).maxLength
  if (kind === 'none' || type.isOpaque || (typeof longest === 'number' && longest > LONGEST_TEXT)) return undefined
  const on = `w.${use.table}`
  if (kind === 'gin') return use.purpose === 'filter' ? `${on} USING gin (${use.column}) WHERE deleted_at IS NULL` : undefined
  if (use.purpose === 'filter') return `${on} (${use.column}, created_at, id, ${WHOSE}) WHERE deleted_at IS NULL`
  const sorted = `${use.column}${type.valueType === 'text' ? ' COLLATE "C"' : ''}`
  const way = use.purpose === 'up' ? 'ASC' : 'DESC'
  return `${on} (${sorted} ${way} NULLS LAST, id ${way}, ${WHOSE}) WHERE deleted_at IS NULL`
}
