import type { CrmRecord } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf } from '../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../data/meta-shapes.ts'
import { useLabel } from '../i18n/use-text.ts'
import { RecordCell } from '../parts/record-table/record-cell.tsx'

interface RecordCardProps {
  object: ObjectMeta
  record: CrmRecord
  fields: readonly FieldMeta[]
  tools: FieldTools
  onOpen(id: string): void
}

/** A record in a few lines: its title, then the view's fields that are filled in. */
export function RecordCard({ object, record, fields, tools, onOpen }: RecordCardProps) {
  const label = useLabel()
  return (
    <>
      <button type="button" className="card-title ell" onClick={() => onOpen(record.id)}>
        {String(record.values[object.titleField] ?? '') || label(object.label)}
      </button>
      {fields
        .filter(({ name }) => name !== object.titleField && (record.values[name] ?? null) !== null)
        .map((field) => (
          <span key={field.name} className="card-line f12">
            <span className="t3">{label(field.label)}</span>
            <span className="ell">
              <RecordCell field={field} record={record} tools={tools} />
            </span>
          </span>
        ))}
    </>
  )
}

/** The fields that a view shows on its cards: those chosen, else the first few that people fill in. */
export const cardFields = (object: ObjectMeta, columns: readonly string[]): FieldMeta[] => {
  const chosen = columns.flatMap((name) => fieldOf(object, name) ?? [])
  if (chosen.length > 0) return chosen.slice(0, 8)
  return object.fields.filter(({ system, name }) => !system && name !== object.titleField).slice(0, 3)
}
