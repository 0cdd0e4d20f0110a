import { useDraggable, useDroppable } from '@dnd-kit/core'
import type { CrmRecord } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { categoryColour } from '../../parts/category-colour.ts'
import { FieldValue } from '../../parts/field-value/field-value.tsx'
import type { CardFace } from './kanban-board.tsx'
import type { BoardColumn } from './use-board.ts'

interface KanbanColumnProps {
  id: string
  column: BoardColumn
  title: string
  colour: number | undefined
  sumField: FieldMeta | undefined
  titleField: string
  tools: FieldTools
  mayMove: boolean
  tone(record: CrmRecord): string
  renderCard: CardFace
  onMore(): void
}

/** One choice: how many, what they add up to, and its cards. */
export function KanbanColumn({ id, column, title, colour, sumField, onMore, ...around }: KanbanColumnProps) {
  const text = useText(recordViewsMessages)
  const { setNodeRef, isOver } = useDroppable({ id })
  const { count, sum } = column
  return (
    <section ref={setNodeRef} className={`rv-column${isOver ? ' over' : ''}`} aria-label={title}>
      <h2>
        <span className="st" style={{ '--dot': categoryColour(colour) } as React.CSSProperties}>
          {title}
        </span>
        {count && (
          <span className="count">
            {count.value.toLocaleString('en')}
            {count.capped && '+'}
          </span>
        )}
        <span className="sp" />
        {sumField && sum !== null && sum !== undefined && (
          <span className="t2 f12 num">
            <FieldValue field={sumField} value={sum} tools={around.tools} />
          </span>
        )}
      </h2>
      <div className="rv-cards">
        {column.records.map((record) => (
          <Card key={record.id} record={record} {...around} />
        ))}
        {column.records.length === 0 && <p className="t3 f12 rv-none">{text('empty')}</p>}
        {column.next !== undefined && (
          <button type="button" className="btn sm ghost" onClick={onMore}>
            {text('more')}
          </button>
        )}
      </div>
    </section>
  )
}

type CardProps = Pick<KanbanColumnProps, 'titleField' | 'tools' | 'mayMove' | 'tone' | 'renderCard'> & {
  record: CrmRecord
}

function Card({ record, titleField, tools, mayMove, tone, renderCard }: CardProps) {
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: record.id,
    data: { record },
    disabled: !mayMove,
  })
  return (
    <article
      ref={setNodeRef}
      className={`rv-card ${tone(record)}${isDragging ? ' dragged' : ''}${mayMove ? ' movable' : ''}`}
      {...listeners}
      {...(mayMove ? attributes : {})}
      role="group"
      aria-label={String(record.values[titleField] ?? '')}
    >
      {renderCard(record, tools)}
    </article>
  )
}
