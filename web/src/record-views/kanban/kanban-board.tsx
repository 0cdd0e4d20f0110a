import type { ReactNode } from 'react'
import { DndContext, DragOverlay } from '@dnd-kit/core'
import type { CrmRecord, Expression } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf, optionsOf } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { useColumnDrag } from '../../parts/column-drag/use-column-drag.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useQuickChange } from '../use-quick-change.ts'
import { columnsOf } from './columns-of.ts'
import { KanbanColumn } from './kanban-column.tsx'
import { useBoard, type AskedColumn, type BoardQuery } from './use-board.ts'
import '../record-views.css'

/** What stands on a card. */
export type CardFace = (record: CrmRecord, tools: FieldTools) => ReactNode
interface KanbanBoardProps {
  object: ObjectMeta
  /** Whose choices are the columns. */
  by: FieldMeta
  /** What to ask for besides the columns. */
  query: Pick<BoardQuery, 'select' | 'sort' | 'sum'> & { where?: Expression; search?: string }
  /** The order of a column, where the board's will not do. */
  sortOf?(value: string | null): AskedColumn['sort']
  renderCard: CardFace
  /** A class that colours a card. */
  tone(record: CrmRecord, now: number): string
  label?: string
}

/** Ids of columns are words; the records that have no value are in a column too. */
const NOWHERE = '\u0000'

/** Records in columns by the choices of a field, moved from one to the other by mouse, finger or keyboard. */
export function KanbanBoard({ object, by, query, sortOf, renderCard, tone, label: name }: KanbanBoardProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const options = optionsOf(by).filter(({ archived }) => !archived)
  const asked = [...options.map(({ id }) => id), null].map((value): AskedColumn => {
    const sort = sortOf?.(value)
    return sort ? { value, sort } : { value }
  })
  const { board, readMore } = useBoard(object.name, { by: by.name, columns: asked, ...query })
  const tools = useFieldTools(board.data?.refs)
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
      if (to !== (record.values[by.name] ?? null)) void change(record, { [by.name]: to }, titleOf(to))
    },
  })
  if (board.error && !board.data) return <LoadFailure error={board.error} onRetry={() => void board.refetch()} />
  if (!board.data) return <Skeleton lines={10} />
  const columns = columnsOf(board.data.columns, by.name, changing).filter(
    ({ value, records }) => value !== null || records.length > 0,
  )
  return (
    <DndContext {...context}>
      <div className="rv-kanban" role="group" aria-label={name ?? label(object.label)}>
        {columns.map((column) => (
          <KanbanColumn
            key={column.value ?? NOWHERE}
            id={column.value ?? NOWHERE}
            column={column}
            title={titleOf(column.value)}
            colour={options.find(({ id }) => id === column.value)?.color}
            sumField={query.sum === undefined ? undefined : fieldOf(object, query.sum)}
            titleField={object.titleField}
            tools={tools}
            mayMove={object.can.update && by.right === 'write' && !by.readOnly}
            tone={(record) => tone(record, tools.now)}
            renderCard={renderCard}
            onMore={() => readMore(column.value)}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{held && <div className="rv-card rv-held">{renderCard(held, tools)}</div>}</DragOverlay>
    </DndContext>
  )
}
