import type { Value } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { fieldTypeOf } from '../condition-builder/condition-fields.ts'

/** What a list must not tell over somebody's shoulder: the whole is asked for, and that is written down. Undefined: shown as it is. */
export const coveredText = (field: FieldMeta, value: Value | undefined): string | undefined =>
  field.sensitive && typeof value === 'string' && value !== '' ? fieldTypeOf(field.type)?.mask?.(value) : undefined

/** Whether the values of a field come covered: such are changed on the record's own page, where the whole is asked for. */
export const isCoverable = (field: FieldMeta): boolean => field.sensitive && fieldTypeOf(field.type)?.mask !== undefined
