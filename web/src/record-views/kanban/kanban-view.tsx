import { fieldOf } from '../../data/meta.ts'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { cardFields, RecordCard } from '../record-card.tsx'
import type { RecordViewProps } from '../record-view.ts'
import { useTone } from '../use-tone.ts'
import { KanbanBoard } from './kanban-board.tsx'

/** Records by the choices of a field, as the view says: what stands on the cards, their order, colours and sums. */
export function KanbanView({ object, view, query, onOpen }: RecordViewProps) {
  const by = fieldOf(object, view.groupBy ?? object.stageField ?? '')
  const fields = cardFields(object, view.columns)
  const sum = view.summaries.find(({ fn }) => fn === 'sum')?.field
  const tone = useTone(object, view)
  if (!by) return <LoadFailure error={null} onRetry={() => {}} />
  const select = [...new Set([object.titleField, by.name, ...fields.map(({ name }) => name)])]
  return (
    <KanbanBoard
      object={object}
      by={by}
      query={{ ...query, select, sort: view.sort, ...(sum === undefined ? {} : { sum }) }}
      renderCard={(record, tools) => (
        <RecordCard object={object} record={record} fields={fields} tools={tools} onOpen={onOpen} />
      )}
      tone={tone}
    />
  )
}
