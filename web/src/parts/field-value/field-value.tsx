import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { Value } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'

/** A value, shown by its field's type. Masked and covered values arrive as text and are shown as they are. */
export function FieldValue({ field, value, tools }: { field: FieldMeta; value: Value | undefined; tools: FieldTools }) {
  if (value === null || value === undefined || value === '') return <span className="t3">—</span>
  if (field.right === 'mask' || field.covered) return <>{String(value)}</>
  const { Display } = webFaceOf(field.type)
  return <Display value={value} settings={field.settings} tools={tools} />
}
