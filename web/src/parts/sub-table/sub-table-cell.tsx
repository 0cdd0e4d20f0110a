import { useId, useState } from 'react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { Value } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../field-value/field-value.tsx'
import { useUncovered } from '../field-value/use-uncovered.ts'
import { holdsCover, typedOver, type RowDraft } from './row-draft.ts'

interface SubTableCellProps {
  /** The object of the rows. */
  part: string
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

/**
 * One cell: its value, and its editor as soon as the keyboard or a finger comes to it; of a covered value when it is pressed, for
 * asking for the whole is written down, and Tab must not ask in passing.
 */
export function SubTableCell({ part, field, row, tools, isOpen, isTypable, issue, ...on }: SubTableCellProps) {
  const text = useText(subTableMessages)
  const label = useLabel()
  const id = useId()
  const { Editor, align } = webFaceOf(field.type)
  const value = row.values[field.name] ?? null
  const uncovered = useUncovered({ object: part, id: row.stored?.id ?? '' })
  const [shown, setShown] = useState<{ rev: number | undefined; whole: Value } | null>(null)
  // What was uncovered before the row was saved is no longer what the cover stands for.
  const known = shown?.rev === row.stored?.rev ? shown?.whole : undefined
  const isCover = holdsCover(field, row)
  const isShut = isCover && known === undefined
  const uncover = (): void =>
    uncovered(field, value, (answer) => {
      setShown({ rev: row.stored?.rev, whole: answer })
      on.onOpen()
    })
  const isWaiting = field.how !== undefined && !row.stored
  if (!isTypable || !isOpen || isShut)
    return (
      <td
        data-align={align}
        data-label={label(field.label)}
        className={isTypable ? 'typable' : ''}
        tabIndex={isTypable && !isShut ? 0 : undefined}
        aria-invalid={issue !== undefined}
        title={issue}
        onFocus={isTypable && !isShut ? on.onOpen : undefined}
      >
        {isWaiting ? (
          <span className="t3" title={text('afterSave')}>
            …
          </span>
        ) : isTypable && isShut ? (
          <button
            type="button"
            className="sub-table-shut"
            // Enter in the cell above comes here as it comes to any other.
            autoFocus={isOpen}
            aria-label={text('uncover', { name: label(field.label) })}
            onClick={uncover}
          >
            <FieldValue field={field} value={value} tools={tools} />
          </button>
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
        value={isCover ? (known ?? value) : value}
        settings={field.settings}
        tools={tools}
        onChange={(typed) => on.onChange(typedOver(field, row, typed, known))}
        invalid={issue !== undefined}
        autoFocus
      />
      {issue && <span className="field-note err">{issue}</span>}
    </td>
  )
}
