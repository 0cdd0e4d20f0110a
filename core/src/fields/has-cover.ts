import type { FieldInfo } from '../config/snapshot.ts'
import type { FieldTypes } from './field-type.ts'

/**
 * Whether a field's values come covered to people who may read them: it is sensitive and its type knows a cover, or it is worked
 * out from such a field and would tell it.
 *
 * @example hasCover(lead.fields.get('phone'), fieldTypes) // true: 138****5678
 */
export const hasCover = (
  field: Pick<FieldInfo, 'type' | 'sensitive'> & Pick<Partial<FieldInfo>, 'computed'>,
  fieldTypes: FieldTypes,
): boolean => (field.sensitive && fieldTypes[field.type]?.mask !== undefined) || field.computed?.tellsCovered === true
