import type { FieldInfo } from '../config/snapshot.ts'
import type { FieldTypes } from '../fields/field-type.ts'
import { typeAndSettingsOf } from '../fields/settings-of.ts'

/**
 * The digits that a search looks for; undefined: it looks for a text.
 *
 * @example numberSought('138 0013-8000') // '13800138000'
 */
export const numberSought = (search: string): string | undefined => {
  const digits = search.replaceAll('\0', '').replace(/[\s()-]/g, '')
  return /^\+?\d{3,}$/.test(digits) ? digits : undefined
}

/** The whole value of a field that these digits are, if they are one. */
export const wholeSought = (field: FieldInfo, digits: string, fieldTypes: FieldTypes): string | undefined => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypes)
  const whole = type.parse(digits, settings)
  return whole.ok && typeof whole.value === 'string' ? whole.value : undefined
}
