import type { FieldTyping } from '../formulas/type-expression.ts'
import type { FieldTypes } from './field-type.ts'
import { typeAndSettingsOf, type TypedField } from './settings-of.ts'

/**
 * What the language must know of fields: their types, and how values written beside them are read. The one way to say it, so
 * that an expression means the same wherever it is checked, evaluated and made SQL.
 *
 * @param fieldAt The field at a path; undefined where there is none, or none that may be used.
 * @example const typing = typeFields((path) => object.fields.get(path), fieldTypes)
 * typing.typeOf('phone') // 'text'
 * typing.spellingOf('phone')?.('138 0013 8000') // '+8613800138000'
 */
export const typeFields = (
  fieldAt: (path: string) => TypedField | undefined,
  fieldTypes: FieldTypes,
): Required<Pick<FieldTyping, 'typeOf' | 'spellingOf'>> => ({
  typeOf: (path) => fieldTypes[fieldAt(path)?.type ?? '']?.valueType,
  spellingOf: (path) => {
    const field = fieldAt(path)
    if (!field || fieldTypes[field.type]?.hasSpellings !== true) return undefined
    const { type, settings } = typeAndSettingsOf(field, fieldTypes)
    return (written) => {
      const read = type.parse(written, settings)
      return read.ok ? read.value : written
    }
  },
})
