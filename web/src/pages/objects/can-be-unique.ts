import type { FieldType } from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'

/** Whether values of this kind of field can be kept from repeating; what identifies customers is kept so anyway. */
export const canBeUnique = ({ type, identifies = false }: { type: string; identifies?: boolean }): boolean =>
  !identifies && (fieldTypes as Record<string, FieldType>)[type]?.uniqueKey !== undefined
