import { useState } from 'react'
import { DndContext, DragOverlay } from '@dnd-kit/core'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { Expression } from '@jieli/core'
import { fieldOf, optionsOf, useMeta, useObject } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useMe } from '../../data/session.ts'
import { kanbanMessages } from '../../i18n/messages/kanban-messages.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { useColumnDrag } from '../../parts/column-drag/use-column-drag.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { CardFace } from './kanban-card.tsx'
import { KanbanColumn } from './kanban-column.tsx'
import { useKanbanMoves } from './use-kanban-moves.ts'
import './kanban.css'

type Whose = 'all' | 'mine'

/** Stages after which nobody has to do anything: where an outcome closes a lead, and the last of the way. */
const useClosedStages = (stageField: FieldMeta): ReadonlySet<string> => {
  const { outcomes } = useMeta()
  const options = optionsOf(stageField)
  return new Set([
    ...outcomes.flatMap(({ closes, stage }) => (closes && stage ? [stage] : [])),
    ...options.slice(-1).map(({ id }) => id),
  ])
}

function Columns({ object, stageField, where }: { object: ObjectMeta; stageField: FieldMeta; where: Expression | undefined }) {
  const text = useText(kanbanMessages)
  const tools = useFieldTools()
  const closed = useClosedStages(stageField)
  const { moves, move, stageName } = useKanbanMoves(stageField)
  const { held, context } = useColumnDrag({
    nameOf: (record) => String(record.values['name'] ?? ''),
    columnName: stageName,
    onDrop: (record, to) => {
      if (to !== record.values[stageField.name]) void move(record, to)
    },
  })
  return (
    <DndContext {...context}>
      <div className="kanban" role="group" aria-label={text('columns')}>
        {optionsOf(stageField)
          .filter(({ archived }) => !archived)
          .map((stage) => (
            <KanbanColumn
              key={stage.id}
              object={object}
              stageField={stageField}
              stage={stage}
              isClosed={closed.has(stage.id)}
              where={where}
              moves={moves}
            />
          ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {held && (
          <div className="kanban-card lifted">
            <CardFace object={object} record={held} tools={tools} isClosed={closed.has(String(held.values[stageField.name]))} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** Leads by stage, moved by hand. */
export function KanbanPage() {
  const text = useText(kanbanMessages)
  const words = useText(leadsMessages)
  const object = useObject('lead')
  const { user } = useMe()
  const [whose, setWhose] = useState<Whose>('all')
  const stageField = fieldOf(object, object?.stageField ?? 'stage')
  if (!object || !stageField) return <LoadFailure error={null} onRetry={() => {}} />
  const where: Expression | undefined =
    whose === 'mine' ? { call: 'equals', args: [{ field: 'owner' }, { value: user.id }] } : undefined
  return (
    <>
      <TopBar
        title={text('title')}
        beside={
          <div className="seg" role="radiogroup" aria-label={text('whose')}>
            {(['all', 'mine'] as const).map((one) => (
              <button key={one} type="button" role="radio" aria-checked={whose === one} onClick={() => setWhose(one)}>
                {text(one)}
              </button>
            ))}
          </div>
        }
      >
        {object.can.create && (
          <Link to="/leads/new" className="btn new-lead">
            <Plus size={14} aria-hidden="true" />
            {words('newLead')}
          </Link>
        )}
      </TopBar>
      <Columns object={object} stageField={stageField} where={where} />
    </>
  )
}
