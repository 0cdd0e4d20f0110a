import { useState } from 'react'
import { PenLine } from 'lucide-react'
import type { CrmRecord, Value } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldInput } from '../field-value/field-input.tsx'
import { useFinishOnce } from '../field-value/use-finish-once.ts'
import { RecordCell } from './record-cell.tsx'

interface EditableCellProps {
  field: FieldMeta
  record: CrmRecord
  tools: FieldTools
  onEdit(record: CrmRecord, field: FieldMeta, value: Value): void
}

/** A cell that can be changed in place: its pencil, or a double click. Leaving it saves, Esc leaves it as it was. */
export function EditableCell({ field, record, tools, onEdit }: EditableCellProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const [draft, setDraft] = useState<{ value: Value } | null>(null)
  const value = record.values[field.name] ?? null
  const isFinished = useFinishOnce<{ value: Value }>()
  const finish = (): void => {
    if (isFinished(draft) && JSON.stringify(draft.value) !== JSON.stringify(value)) onEdit(record, field, draft.value)
    setDraft(null)
  }
  if (draft)
    return (
      <div
        className="cell-editor"
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          // Keys belong to the editor here, not to the list behind it.
          event.stopPropagation()
          if (event.key === 'Escape') setDraft(null)
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) finish()
        }}
      >
        <FieldInput
          field={field}
          value={draft.value}
          tools={tools}
          hidesLabel
          autoFocus
          onChange={(next) => setDraft({ value: next })}
          onDone={finish}
        />
      </div>
    )
  return (
    <span className="cell-editable" onDoubleClick={() => setDraft({ value })}>
      <span className="ell">
        <RecordCell field={field} record={record} tools={tools} />
      </span>
      <button
        type="button"
        className="cell-pencil"
        aria-label={text('editCell', { name: label(field.label) })}
        onClick={(event) => {
          event.stopPropagation()
          setDraft({ value })
        }}
      >
        <PenLine size={12} />
      </button>
    </span>
  )
}
