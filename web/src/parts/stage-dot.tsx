import { useLabel } from '../i18n/use-text.ts'
import { optionsOf } from '../data/meta.ts'
import type { FieldMeta } from '../data/meta-shapes.ts'
import { categoryColour } from './category-colour.ts'

/** A square dot and black text: a stage is not good or bad, so it never tints the row. */
export function StageDot({ field, value }: { field: FieldMeta | undefined; value: unknown }) {
  const label = useLabel()
  const option = optionsOf(field).find(({ id }) => id === value)
  if (!option) return <>{typeof value === 'string' ? value : ''}</>
  return (
    <span className="st" style={{ '--dot': categoryColour(option.color) } as React.CSSProperties}>
      {label(option.label)}
    </span>
  )
}
