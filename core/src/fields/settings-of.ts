import type { Field } from '../objects/object-type.ts'
import { must } from '../errors/assert.ts'
import type { FieldType, FieldTypes } from './field-type.ts'

/** The least of a field that its type must know. System fields have it too. */
export type TypedField = Pick<Field, 'name' | 'type' | 'settings'>

/** Fields are immutable once in a snapshot, so their settings are checked and filled once, not for each value. */
const known = new WeakMap<TypedField, { type: FieldType; settings: Record<string, unknown> }>()

/** The field's type and its settings with defaults filled in. Both were checked when the field was saved. */
export function typeAndSettingsOf(
  field: TypedField,
  fieldTypes: FieldTypes,
): { type: FieldType; settings: Record<string, unknown> } {
  const type = must(fieldTypes[field.type], `field type ${field.type}`)
  const before = known.get(field)
  if (before?.type === type) return before
  const now = { type, settings: type.settings.parse(field.settings) }
  known.set(field, now)
  return now
}
