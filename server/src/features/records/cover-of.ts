import { typeAndSettingsOf, type FieldInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'

/**
 * What stands for a value that is there but not shown, by its type.
 *
 * @example coverOf(phoneField, '+8613800138000') // '138****8000'
 */
export const coverOf = (field: Pick<FieldInfo, 'name' | 'type' | 'settings'>, value: Value): string =>
  typeAndSettingsOf(field, fieldTypeRegistry).type.mask?.(value) ?? '***'
