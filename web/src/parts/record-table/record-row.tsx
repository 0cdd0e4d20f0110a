import type { CrmRecord } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { isRightAligned } from './column-widths.ts'
import { EditableCell } from './editable-cell.tsx'
import { RecordCell } from './record-cell.tsx'
import type { RecordTableProps } from './record-table.tsx'

interface RecordRowProps extends Pick<
  RecordTableProps,
  'columns' | 'titleField' | 'tools' | 'tone' | 'isEditable' | 'onEdit' | 'onOpen' | 'onToggle'
> {
  record: CrmRecord
  index: number
  isSelected: boolean
  isCurrent: boolean
  /** The field whose cell is the button that opens the record. */
  opener: string | undefined
}

const cellClass = (field: FieldMeta): string =>
  [isRightAligned(field) && 'r', (field.name === 'phone' || field.name === 'subject') && 't2'].filter(Boolean).join(' ')

/** One record as a row: ticked, opened, and changed in place where the reader may. */
export function RecordRow({ record, index, isSelected, isCurrent, ...table }: RecordRowProps) {
  const words = useText(listMessages)
  const { columns, titleField, onOpen, onToggle } = table
  const name = String(record.values[titleField] ?? '')
  return (
    <tr
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      className={`${isSelected ? 'sel' : ''}${isCurrent ? ' cur' : ''} ${table.tone?.(record) ?? ''}`}
      onClick={() => onOpen(record.id)}
    >
      <td onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          aria-label={words('select', { name: name || words('unnamed') })}
          checked={isSelected}
          onChange={() => onToggle(record.id)}
        />
      </td>
      {columns.map((field) => (
        <td key={field.name} className={cellClass(field)}>
          <Cell field={field} record={record} name={name} {...table} />
        </td>
      ))}
    </tr>
  )
}

type CellProps = Pick<RecordRowProps, 'record' | 'tools' | 'opener' | 'isEditable' | 'onEdit' | 'onOpen'> & {
  field: FieldMeta
  name: string
}

function Cell({ field, record, name, tools, opener, isEditable, onEdit, onOpen }: CellProps) {
  if (field.name !== opener)
    return onEdit && isEditable?.(field) ? (
      <EditableCell field={field} record={record} tools={tools} onEdit={onEdit} />
    ) : (
      <RecordCell field={field} record={record} tools={tools} />
    )
  return (
    <button
      type="button"
      className="lead-name"
      onClick={(event) => {
        event.stopPropagation()
        onOpen(record.id)
      }}
    >
      {name && field.type === 'text' ? name : <RecordCell field={field} record={record} tools={tools} />}
    </button>
  )
}
