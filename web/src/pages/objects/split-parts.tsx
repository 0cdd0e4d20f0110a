import { Plus, X } from 'lucide-react'
import type { Expression } from '@jieli/core'
import type { OptionSplit } from '../../data/field-life.ts'
import { useObject } from '../../data/meta.ts'
import { splitMessages } from '../../i18n/messages/split-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ConditionField } from '../../parts/conditions/condition-field.tsx'

/** One of the options that another is taken apart into, as it is being written. */
export interface SplitPart {
  key: number
  label: string
  where: Expression | undefined
}

export const firstPart: SplitPart = { key: 0, label: '', where: undefined }

/** Only what is named and has a condition is a part of the split. */
export const splitOf = (from: string, parts: readonly SplitPart[]): OptionSplit | null => {
  const into = parts.flatMap(({ label, where }) => (label.trim() !== '' && where ? [{ label: label.trim(), where }] : []))
  return from !== '' && into.length === parts.length ? { from, into } : null
}

interface SplitPartsProps {
  object: string
  parts: SplitPart[]
  onChange(parts: SplitPart[]): void
}

/** The new options, each with its name and who comes to it. */
export function SplitParts({ object, parts, onChange }: SplitPartsProps) {
  const text = useText(splitMessages)
  const nextKey = Math.max(...parts.map(({ key }) => key)) + 1
  return (
    <div className="stack">
      {parts.map((part, index) => (
        <PartCard
          key={part.key}
          object={object}
          part={part}
          number={index + 1}
          onChange={(more) => onChange(parts.map((one) => (one === part ? { ...one, ...more } : one)))}
          onRemove={parts.length > 1 ? () => onChange(parts.filter((one) => one !== part)) : undefined}
        />
      ))}
      <button type="button" className="btn sm split-add" onClick={() => onChange([...parts, { ...firstPart, key: nextKey }])}>
        <Plus size={14} aria-hidden="true" />
        {text('add')}
      </button>
    </div>
  )
}

interface PartCardProps {
  object: string
  part: SplitPart
  number: number
  onChange(more: Partial<SplitPart>): void
  onRemove: (() => void) | undefined
}

function PartCard({ object, part, number, onChange, onRemove }: PartCardProps) {
  const text = useText(splitMessages)
  const meta = useObject(object)
  const name = text('newName', { n: number })
  return (
    <div className="split-part card">
      <div className="row g8">
        <input
          className="inp"
          aria-label={name}
          placeholder={name}
          maxLength={80}
          value={part.label}
          onChange={(event) => onChange({ label: event.target.value })}
        />
        {onRemove && (
          <button
            type="button"
            className="btn ghost icon"
            aria-label={text('takeAway', { name: part.label || String(number) })}
            onClick={onRemove}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      {meta && (
        <ConditionField
          title={text('when')}
          none={text('noCondition')}
          object={meta}
          value={part.where}
          onChange={(where) => onChange({ where })}
        />
      )}
    </div>
  )
}
