import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { Value } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { coveredText } from './covered-text.ts'

/** A value, shown by its field's type. Masked values arrive as text and are shown as they are. */
export function FieldValue({ field, value, tools }: { field: FieldMeta; value: Value | undefined; tools: FieldTools }) {
  if (value === null || value === undefined || value === '') return <span className="t3">—</span>
  if (field.right === 'mask') return <>{String(value)}</>
  const covered = coveredText(field, value)
  if (covered !== undefined) return <>{covered}</>
  const { Display } = webFaceOf(field.type)
  return <Display value={value} settings={field.settings} tools={tools} />
}
