import { useDroppable } from '@dnd-kit/core'
import type { Expression } from '@jieli/core'
import type { SelectOption } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordList } from '../../data/records.ts'
import { kanbanMessages } from '../../i18n/messages/kanban-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { categoryColour } from '../../parts/category-colour.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { KanbanCard } from './kanban-card.tsx'
import type { Moves } from './use-kanban-moves.ts'

interface KanbanColumnProps {
  object: ObjectMeta
  stageField: FieldMeta
  stage: SelectOption
  isClosed: boolean
  where: Expression | undefined
  moves: Moves
}

const shownFields = ['name', 'subject', 'owner', 'nextAction', 'nextAt', 'stage']

/** One stage: its count, its most pressing first, thirty at a time. */
export function KanbanColumn({ object, stageField, stage, isClosed, where, moves }: KanbanColumnProps) {
  const text = useText(kanbanMessages)
  const label = useLabel()
  const inStage: Expression = { call: 'equals', args: [{ field: stageField.name }, { value: stage.id }] }
  const list = useRecordList('lead', {
    select: shownFields.filter((name) => object.fields.some((field) => field.name === name)),
    where: where ? { call: 'and', args: [inStage, where] } : inStage,
    sort: isClosed ? [{ field: 'updatedAt', direction: 'desc' }] : [{ field: 'nextAt', direction: 'asc' }],
    limit: 30,
    count: 'capped',
  })
  const tools = useFieldTools(list.data?.refs)
  const { setNodeRef, isOver } = useDroppable({ id: stage.id })
  const arriving = [...moves.values()].filter(({ to }) => to === stage.id).map(({ record }) => record)
  const staying = (list.data?.records ?? []).filter(({ id }) => !moves.has(id))
  const records = [...arriving, ...staying]
  const stored = list.data?.count
  const gone = (list.data?.records ?? []).filter(({ id }) => moves.has(id)).length
  const count = stored ? stored.value - gone + arriving.length : records.length
  return (
    <section ref={setNodeRef} className={`kanban-column${isOver ? ' over' : ''}`} aria-label={label(stage.label)}>
      <h2>
        <span className="st" style={{ '--dot': categoryColour(stage.color) } as React.CSSProperties}>
          {label(stage.label)}
        </span>
        <span className="count">
          {count.toLocaleString('en')}
          {stored?.capped && '+'}
        </span>
      </h2>
      <div className="kanban-scroll">
        {list.error && !list.data ? (
          <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <Skeleton lines={6} />
        ) : (
          <ul>
            {records.map((record) => (
              <KanbanCard key={record.id} object={object} record={record} tools={tools} isClosed={isClosed} />
            ))}
          </ul>
        )}
        {list.data && records.length === 0 && <p className="t3 f12 kanban-empty">{text('empty')}</p>}
        {list.hasNextPage && (
          <button
            type="button"
            className="btn sm ghost kanban-more"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {text('more')}
          </button>
        )}
      </div>
    </section>
  )
}
