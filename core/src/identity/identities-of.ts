import type { FieldTypes } from '../fields/field-type.ts'
import type { Value } from '../formulas/expression.ts'
import type { ObjectType } from '../objects/object-type.ts'

/** A strong key: two records of one object never share it. */
export interface Identity {
  /** The field type's name, so that the phone of a form and the phone of a webhook are one key whatever the fields are called. */
  kind: string
  /** Normalised: `+8613800138000`. */
  value: string
  /** Looks made up (13800138000): kept, but not worth trusting as a person. */
  suspicious: boolean
}

/**
 * The strong keys of a record: normalised values of the fields marked `identifies`, each once, in the order of the fields.
 * @example identitiesOf({ phone: '+8613912345678' }, leadType, fieldTypes) // [{ kind: 'phone', value: '+8613912345678', suspicious: false }]
 */
export function identitiesOf(
  values: Readonly<Record<string, Value>>,
  object: Pick<ObjectType, 'fields'>,
  fieldTypes: FieldTypes,
): Identity[] {
  const found = new Map<string, Identity>()
  for (const field of object.fields) {
    if (!field.identifies) continue
    const value = Object.hasOwn(values, field.name) ? values[field.name] : null
    const type = fieldTypes[field.type]
    if (value === null || value === undefined || !type?.identity) continue
    const key = type.identity(value)
    if (key !== null)
      found.set(`${type.name} ${key}`, { kind: type.name, value: key, suspicious: type.isSuspicious?.(value) ?? false })
  }
  return [...found.values()]
}
