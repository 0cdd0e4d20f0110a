import { DndContext, DragOverlay } from '@dnd-kit/core'
import { fieldOf, optionsOf } from '../../data/meta.ts'
import { useColumnDrag } from '../../parts/column-drag/use-column-drag.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import type { RecordViewProps } from '../record-view.ts'
import { cardFields, RecordCard } from '../record-card.tsx'
import { useQuickChange } from '../use-quick-change.ts'
import { useTone } from '../use-tone.ts'
import { KanbanColumn } from './kanban-column.tsx'
import { columnsOf } from './columns-of.ts'
import { useBoard } from './use-board.ts'
import '../record-views.css'

const NOWHERE = '\u0000'

/** Records by the choices of a field, moved from one to the other by hand. */
export function KanbanView({ object, view, query, onOpen }: RecordViewProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const by = fieldOf(object, view.groupBy ?? object.stageField ?? '')
  const options = optionsOf(by).filter(({ archived }) => !archived)
  const fields = cardFields(object, view.columns)
  const sum = view.summaries.find(({ fn }) => fn === 'sum')?.field
  const { board, readMore } = useBoard(object.name, {
    by: by?.name ?? '',
    values: [...options.map(({ id }) => id), null],
    select: [...new Set([object.titleField, by?.name ?? '', ...fields.map(({ name }) => name)])],
    sort: view.sort,
    ...query,
    ...(sum === undefined ? {} : { sum }),
  })
  const tools = useFieldTools(board.data?.refs)
  const tone = useTone(object, view)
  const { changing, change } = useQuickChange(object)
  const titleOf = (value: unknown): string => {
    const option = options.find(({ id }) => id === value)
    return option ? label(option.label) : text('unset')
  }
  const { held, context } = useColumnDrag({
    nameOf: (record) => String(record.values[object.titleField] ?? ''),
    columnName: titleOf,
    onDrop: (record, column) => {
      const to = column === NOWHERE ? null : column
      if (by && to !== (record.values[by.name] ?? null)) void change(record, { [by.name]: to }, titleOf(to))
    },
  })
  if (!by) return <LoadFailure error={null} onRetry={() => {}} />
  if (board.error && !board.data) return <LoadFailure error={board.error} onRetry={() => void board.refetch()} />
  if (!board.data) return <Skeleton lines={10} />
  const mayMove = object.can.update && by.right === 'write' && !by.readOnly
  const columns = columnsOf(board.data.columns, by.name, changing).filter(
    ({ value, records }) => value !== null || records.length > 0,
  )
  return (
    <DndContext {...context}>
      <div className="rv-kanban">
        {columns.map((column) => (
          <KanbanColumn
            key={column.value ?? NOWHERE}
            id={column.value ?? NOWHERE}
            column={column}
            title={titleOf(column.value)}
            colour={options.find(({ id }) => id === column.value)?.color}
            sumField={sum === undefined ? undefined : fieldOf(object, sum)}
            object={object}
            fields={fields}
            tools={tools}
            mayMove={mayMove}
            tone={tone}
            onOpen={onOpen}
            onMore={() => readMore(column.value)}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {held && (
          <div className="rv-card rv-held">
            <RecordCard object={object} record={held} fields={fields} tools={tools} onOpen={onOpen} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}
