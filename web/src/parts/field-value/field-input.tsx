import { useId } from 'react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { Value } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { useLabel } from '../../i18n/use-text.ts'

interface FieldInputProps {
  field: FieldMeta
  value: Value | undefined
  tools: FieldTools
  onChange(value: Value): void
  onDone?(): void
  issue?: string
  autoFocus?: boolean
  hidesLabel?: boolean
}

/** Label, editor by type, help or what is wrong. */
export function FieldInput({ field, value, tools, onChange, onDone, issue, autoFocus, hidesLabel = false }: FieldInputProps) {
  const id = useId()
  const label = useLabel()
  const { Editor } = webFaceOf(field.type)
  const note = issue ?? (field.help ? label(field.help) : undefined)
  return (
    <div className="field">
      <label htmlFor={id} className={hidesLabel ? 'sr' : ''}>
        {label(field.label)}
        {field.required && (
          <span className="err" aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      <Editor
        id={id}
        value={value ?? null}
        settings={field.settings}
        tools={tools}
        onChange={onChange}
        invalid={issue !== undefined}
        {...(onDone ? { onDone } : {})}
        {...(autoFocus ? { autoFocus } : {})}
        {...(note ? { describedBy: `${id}-note` } : {})}
        disabled={field.readOnly}
      />
      {note && (
        <span id={`${id}-note`} className={`field-note${issue ? ' err' : ''}`}>
          {note}
        </span>
      )}
    </div>
  )
}
