import type { FieldInfo, Locale } from '@jieli/core'
import { fieldTypeOf } from '../../parts/condition-builder/condition-fields.ts'

interface WithOptions {
  options?: { label: { 'zh-CN': string; en?: string } }[]
}

/**
 * A made-up value of the field's kind: nobody's data is shown to whoever sets rights. Empty for types that have no sample; `…` for
 * what cannot be made up, such as the name of a related record.
 *
 * @example sampleOf(phone, 'zh-CN', true) // '138****0001'
 */
export const sampleOf = (field: FieldInfo, locale: Locale, isMasked = false): string => {
  const type = fieldTypeOf(field.type)
  const { options } = field.settings as WithOptions
  const value = type?.samples.find(({ values }) => values.length > 0)?.values[0] ?? null
  if (!type || value === null) return ''
  if (isMasked) return type.mask?.(value) ?? '***'
  // The sample's own option is not among those of this field.
  if (options?.[0]) return options[0].label[locale] ?? options[0].label['zh-CN']
  if (type.isRelation || type.targets || type.isOpaque) return '…'
  return type.format(value, type.samples[0]?.settings ?? {}, locale)
}
