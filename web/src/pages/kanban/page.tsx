import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { CrmRecord, Expression } from '@jieli/core'
import { fieldOf, optionsOf, useMeta, useObject } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useMe } from '../../data/session.ts'
import { kanbanMessages } from '../../i18n/messages/kanban-messages.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { KanbanBoard } from '../../record-views/kanban/kanban-board.tsx'
import { LeadCard } from './lead-card.tsx'
import { rotOf } from './rot-of.ts'
import './kanban.css'

type Whose = 'all' | 'mine'

/** Stages after which nobody has to do anything: where an outcome closes a lead, and the last of the way. */
const useClosedStages = (stageField: FieldMeta): ReadonlySet<string> => {
  const { outcomes } = useMeta()
  const closing = outcomes.flatMap(({ closes, stage }) => (closes && stage ? [stage] : []))
  const last = optionsOf(stageField).at(-1)
  return new Set([...closing, ...(last ? [last.id] : [])])
}

const newestFirst = [{ field: 'updatedAt', direction: 'desc' as const }]
const mostPressingFirst = [{ field: 'nextAt', direction: 'asc' as const }]
const shownFields = ['name', 'subject', 'owner', 'nextAction', 'nextAt', 'stage']

function LeadBoard({
  object,
  stageField,
  where,
}: {
  object: ObjectMeta
  stageField: FieldMeta
  where: Expression | undefined
}) {
  const text = useText(kanbanMessages)
  const closed = useClosedStages(stageField)
  const isClosed = (record: CrmRecord): boolean => closed.has(String(record.values[stageField.name]))
  return (
    <KanbanBoard
      object={object}
      by={stageField}
      query={{
        select: shownFields.filter((name) => fieldOf(object, name)),
        sort: mostPressingFirst,
        ...(where ? { where } : {}),
      }}
      sortOf={(stage) => (stage !== null && closed.has(stage) ? newestFirst : undefined)}
      renderCard={(record, tools) => <LeadCard object={object} record={record} tools={tools} isClosed={isClosed(record)} />}
      tone={(record, now) => rotOf(record, now, isClosed(record))}
      label={text('columns')}
    />
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
      <LeadBoard object={object} stageField={stageField} where={where} />
    </>
  )
}
