import type { KeyboardEvent } from 'react'
import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { isTypable, type RowDraft } from './row-draft.ts'
import { SubTableCell } from './sub-table-cell.tsx'
import type { useRowEdits } from './use-row-edits.ts'

interface SubTableRowProps {
  part: ObjectMeta
  columns: readonly FieldMeta[]
  row: RowDraft
  index: number
  isLast: boolean
  isReadOnly: boolean
  tools: FieldTools
  edits: ReturnType<typeof useRowEdits>
  issueOf?: ((key: string, column: string) => string | undefined) | undefined
}

/** One row: its number, its cells, and what moves it or takes it out. */
export function SubTableRow({ part, columns, row, index, isLast, isReadOnly, tools, edits, issueOf }: SubTableRowProps) {
  const text = useText(subTableMessages)
  const moveByKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    edits.move(index, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <tr aria-label={text('row', { n: index + 1 })} onKeyDown={moveByKey}>
      <td className="sub-table-n num">{index + 1}</td>
      {columns.map((field) => (
        <SubTableCell
          key={field.name}
          part={part.name}
          field={field}
          row={row}
          tools={tools}
          isOpen={edits.isOpen(row.key, field.name)}
          isTypable={!isReadOnly && isTypable(part, field, row)}
          issue={issueOf?.(row.key, field.name)}
          onOpen={() => edits.open(row.key, field.name)}
          onClose={() => edits.close(row.key, field.name)}
          onEnter={() => edits.goBelow(index, field.name)}
          onChange={(value) => edits.write(row.key, field.name, value)}
        />
      ))}
      {!isReadOnly && (
        <RowActs
          n={index + 1}
          isFirst={index === 0}
          isLast={isLast}
          mayRemove={!row.stored || part.can.delete}
          onMove={(by) => edits.move(index, by)}
          onRemove={() => edits.remove(row.key)}
        />
      )}
    </tr>
  )
}

interface RowActsProps {
  n: number
  isFirst: boolean
  isLast: boolean
  mayRemove: boolean
  onMove(by: -1 | 1): void
  onRemove(): void
}

function RowActs({ n, isFirst, isLast, mayRemove, onMove, onRemove }: RowActsProps) {
  const text = useText(subTableMessages)
  return (
    <td className="sub-table-acts">
      <button
        type="button"
        className="btn xs icon ghost"
        aria-label={text('moveUp', { n })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      >
        <ChevronUp size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn xs icon ghost"
        aria-label={text('moveDown', { n })}
        disabled={isLast}
        onClick={() => onMove(1)}
      >
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {mayRemove && (
        <button type="button" className="btn xs icon ghost" aria-label={text('removeRow', { n })} onClick={onRemove}>
          <Trash2 size={14} aria-hidden="true" />
        </button>
      )}
    </td>
  )
}
