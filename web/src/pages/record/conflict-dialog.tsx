import { useState } from 'react'
import type { CrmRecord, Value } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { FieldValue } from '../../parts/field-value/field-value.tsx'

interface ConflictDialogProps {
  object: ObjectMeta
  /** What was to be written. */
  mine: Record<string, Value>
  /** The record as it stands now. */
  theirs: CrmRecord
  tools: FieldTools
  onKeep(values: Record<string, Value>): void
  onClose(): void
}

/** Somebody was faster: both values side by side, field by field; nothing is lost without being seen. */
export function ConflictDialog({ object, mine, theirs, tools, onKeep, onClose }: ConflictDialogProps) {
  const text = useText(recordMessages)
  const label = useLabel()
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(Object.keys(mine)))
  const fields = Object.keys(mine).flatMap((name) => fieldOf(object, name) ?? [])
  const choose = (name: string, isMine: boolean): void =>
    setKept(new Set(isMine ? [...kept, name] : [...kept].filter((one) => one !== name)))
  return (
    <Dialog title={text('conflictTitle', { name: String(theirs.values[object.titleField] ?? '') })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onKeep(Object.fromEntries(Object.entries(mine).filter(([name]) => kept.has(name))))
        }}
      >
        <p className="t2 f13">{text('conflictText')}</p>
        {fields.map((field) => (
          <fieldset key={field.name} className="conflict">
            <legend className="t2 f13">{label(field.label)}</legend>
            {([true, false] as const).map((isMine) => (
              <label key={String(isMine)}>
                <input
                  type="radio"
                  name={field.name}
                  checked={kept.has(field.name) === isMine}
                  onChange={() => choose(field.name, isMine)}
                />
                <span className="t3 f12">{text(isMine ? 'mine' : 'theirs')}</span>
                <b>
                  <FieldValue field={field} value={isMine ? mine[field.name] : theirs.values[field.name]} tools={tools} />
                </b>
              </label>
            ))}
          </fieldset>
        ))}
        <footer>
          <button type="button" className="btn ghost" onClick={onClose}>
            {text('keepTheirs')}
          </button>
          <button type="submit" className="btn pri">
            {text('keepChosen')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
