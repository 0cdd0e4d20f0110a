import { useState } from 'react'
import { PenLine, Sigma } from 'lucide-react'
import type { Value } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ComputingMark } from '../../parts/computing-mark.tsx'
import { FieldInput } from '../../parts/field-value/field-input.tsx'
import { useFinishOnce } from '../../parts/field-value/use-finish-once.ts'
import { useUncovered } from '../../parts/field-value/use-uncovered.ts'
import { FieldValue } from '../../parts/field-value/field-value.tsx'
import { StageDot } from '../../parts/stage-dot.tsx'

interface EditableFieldProps {
  record: { object: string; id: string }
  field: FieldMeta
  value: Value | undefined
  tools: FieldTools
  isEditable: boolean
  isStage: boolean
  onSave(value: Value, was: Value): void
}

const isSame = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Why it is what it is: the sign of a computed value, with how it is worked out. */
function HowComputed({ how }: { how: string }) {
  const text = useText(recordMessages)
  return (
    <span className="t3" role="img" title={text('how', { how })} aria-label={text('how', { how })}>
      <Sigma size={12} aria-hidden="true" />
    </span>
  )
}

/** A value; pressed, its editor, of a covered one after it was asked for. Leaving it saves, Esc leaves it as it was. */
export function EditableField({ record, field, value, tools, isEditable, isStage, onSave }: EditableFieldProps) {
  const text = useText(recordMessages)
  const label = useLabel()
  const uncovered = useUncovered(record)
  const [draft, setDraft] = useState<{ from: Value; value: Value } | null>(null)
  const isFinished = useFinishOnce<{ from: Value; value: Value }>()
  const finish = (): void => {
    if (isFinished(draft) && !isSame(draft.value, draft.from)) onSave(draft.value, draft.from)
    setDraft(null)
  }
  const shown = isStage ? <StageDot field={field} value={value} /> : <FieldValue field={field} value={value} tools={tools} />
  return (
    <div className="record-field">
      <dt>{label(field.label)}</dt>
      <dd>
        {draft ? (
          <div
            onKeyDown={(event) => {
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
              onChange={(next) => setDraft({ ...draft, value: next })}
              onDone={finish}
            />
          </div>
        ) : isEditable ? (
          <button
            type="button"
            className="record-value"
            aria-label={text('edit', { name: label(field.label) })}
            onClick={() => uncovered(field, value, (whole) => setDraft({ from: whole, value: whole }))}
          >
            <span>{shown}</span>
            <PenLine size={12} className="t3" aria-hidden="true" />
          </button>
        ) : (
          <span className="record-value">
            {shown}
            {field.how && <HowComputed how={label(field.how)} />}
            {field.readOnly && <ComputingMark object={record.object} field={field.name} />}
          </span>
        )}
      </dd>
    </div>
  )
}
