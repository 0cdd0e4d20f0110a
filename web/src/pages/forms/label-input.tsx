import { useId } from 'react'
import type { Label } from '@jieli/core'
import { retyped } from './form-draft.ts'

interface LabelInputProps {
  title: string
  note?: string
  value: Label | undefined
  isNeeded?: boolean
  maxLength?: number
  placeholder?: string
  onChange(next: Label | undefined): void
}

/** A text of the form in Chinese; its English, if there is one, is kept. */
export function LabelInput({ title, note, value, isNeeded = false, maxLength = 80, placeholder, onChange }: LabelInputProps) {
  const id = useId()
  const typed = value?.['zh-CN'] ?? ''
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        className="inp"
        maxLength={maxLength}
        placeholder={placeholder}
        value={typed}
        aria-invalid={isNeeded && typed.trim() === ''}
        onChange={(event) => onChange(retyped(value, event.target.value))}
      />
      {note && <span className="field-note">{note}</span>}
    </div>
  )
}
