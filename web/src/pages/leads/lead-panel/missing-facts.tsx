import { useState } from 'react'
import { CircleCheck, CircleDashed } from 'lucide-react'
import type { CrmRecord, Value } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { ObjectMeta } from '../../../data/meta-shapes.ts'
import { leadsMessages } from '../../../i18n/messages/leads-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { FieldInput } from '../../../parts/field-value/field-input.tsx'
import { FieldValue } from '../../../parts/field-value/field-value.tsx'

/** What a consultant needs to know before the next talk, as far as this reader may write it; required fields always. */
const wanted = ['subject', 'grade', 'trialTime', 'decisionRole', 'budget']
const isEmpty = (value: Value | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

interface MissingFactsProps {
  object: ObjectMeta
  record: CrmRecord
  tools: FieldTools
  onSave(name: string, value: Value): void
}

/** A full tick and the value where it is known; a dashed ring and the way to add it where it is not. */
export function MissingFacts({ object, record, tools, onSave }: MissingFactsProps) {
  const text = useText(leadsMessages)
  const label = useLabel()
  const [editing, setEditing] = useState<string | null>(null)
  const [draft, setDraft] = useState<Value>(null)
  const fields = object.fields
    .filter(
      (field) => field.right === 'write' && !field.readOnly && !field.system && (field.required || wanted.includes(field.name)),
    )
    .slice(0, 5)
  const missing = fields.filter(({ name }) => isEmpty(record.values[name]))
  if (fields.length === 0) return null
  const finish = (name: string): void => {
    if (!isEmpty(draft)) onSave(name, draft)
    setEditing(null)
  }
  return (
    <div>
      <h3>
        {text('profile')}
        {missing.length > 0 && <span className="chip warn">{text('missingCount', { n: missing.length })}</span>}
      </h3>
      <ul className="facts">
        {fields.map((field) => {
          const value = record.values[field.name]
          if (editing === field.name)
            return (
              <li key={field.name} className="fact-edit">
                <FieldInput
                  field={field}
                  value={draft}
                  tools={tools}
                  hidesLabel
                  autoFocus
                  onChange={setDraft}
                  onDone={() => finish(field.name)}
                />
              </li>
            )
          return (
            <li key={field.name}>
              {isEmpty(value) ? (
                <CircleDashed size={14} className="warn" aria-hidden="true" />
              ) : (
                <CircleCheck size={14} className="ok" aria-hidden="true" />
              )}
              <span className="ell">
                {label(field.label)}{' '}
                {!isEmpty(value) && (
                  <span className="t3">
                    <FieldValue field={field} value={value} tools={tools} />
                  </span>
                )}
              </span>
              {isEmpty(value) && object.can.update && (
                <button
                  type="button"
                  className="btn xs"
                  onClick={() => {
                    setDraft(null)
                    setEditing(field.name)
                  }}
                >
                  {text('fill')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
