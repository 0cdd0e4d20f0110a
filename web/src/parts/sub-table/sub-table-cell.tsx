import { useId } from 'react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { Value } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../field-value/field-value.tsx'
import type { RowDraft } from './row-draft.ts'

interface SubTableCellProps {
  field: FieldMeta
  row: RowDraft
  tools: FieldTools
  /** The keyboard is here. */
  isOpen: boolean
  isTypable: boolean
  issue: string | undefined
  onOpen(): void
  onClose(): void
  onEnter(): void
  onChange(value: Value): void
}

/** One cell: its value, and its editor as soon as the keyboard or a finger comes to it. */
export function SubTableCell({ field, row, tools, isOpen, isTypable, issue, ...on }: SubTableCellProps) {
  const text = useText(subTableMessages)
  const label = useLabel()
  const id = useId()
  const { Editor, align } = webFaceOf(field.type)
  const value = row.values[field.name] ?? null
  const isWaiting = field.how !== undefined && !row.stored
  if (!isTypable || !isOpen)
    return (
      <td
        data-align={align}
        data-label={label(field.label)}
        className={isTypable ? 'typable' : ''}
        tabIndex={isTypable ? 0 : undefined}
        aria-invalid={issue !== undefined}
        title={issue}
        onFocus={isTypable ? on.onOpen : undefined}
      >
        {isWaiting ? (
          <span className="t3" title={text('afterSave')}>
            …
          </span>
        ) : (
          <FieldValue field={field} value={value} tools={tools} />
        )}
        {issue && <span className="field-note err">{issue}</span>}
      </td>
    )
  return (
    <td
      data-align={align}
      data-label={label(field.label)}
      className="open"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) on.onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') on.onClose()
        if (event.key !== 'Enter' || event.defaultPrevented || event.shiftKey || event.nativeEvent.isComposing) return
        // Enter in a form would send it.
        event.preventDefault()
        on.onEnter()
      }}
    >
      <label htmlFor={id} className="sr">
        {label(field.label)}
      </label>
      <Editor
        id={id}
        value={value}
        settings={field.settings}
        tools={tools}
        onChange={on.onChange}
        invalid={issue !== undefined}
        autoFocus
      />
      {issue && <span className="field-note err">{issue}</span>}
    </td>
  )
}
