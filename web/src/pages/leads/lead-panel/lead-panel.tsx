import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronDown, ChevronUp, Link as LinkIcon, Maximize2, PenLine, Phone, X } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { useAssignmentDecisions } from '../../../data/explain.ts'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf, useMeta, useObject } from '../../../data/meta.ts'
import type { ObjectMeta } from '../../../data/meta-shapes.ts'
import { useRecord, type Refs } from '../../../data/records.ts'
import { useCan } from '../../../data/session.ts'
import { leadsMessages } from '../../../i18n/messages/leads-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { momentText } from '../../../i18n/zoned-time.ts'
import { Avatar } from '../../../parts/avatar.tsx'
import { FieldValue } from '../../../parts/field-value/field-value.tsx'
import { useFieldTools } from '../../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../../parts/page-states/page-states.tsx'
import { Timeline } from '../../../parts/timeline/timeline.tsx'
import { useRevealed } from '../../../parts/field-value/use-revealed.ts'
import { SubTableCard } from '../../../parts/sub-table/sub-table-card.tsx'
import { ConflictDialog } from '../../record/conflict-dialog.tsx'
import { subTablesIn } from '../../record/field-sections.ts'
import { RecordFields } from '../../record/record-fields.tsx'
import { useRecordEditing } from '../../record/use-record-editing.ts'
import '../../record/record.css'
import { showFailure, showToast } from '../../../parts/toast/toast-store.ts'
import { AssignmentWhy } from '../../../parts/why-panel/assignment-why.tsx'
import { LeadPhone } from './lead-phone.tsx'
import { MissingFacts } from './missing-facts.tsx'
import { NextStep } from './next-step.tsx'
import { StageBar } from './stage-bar.tsx'

export interface LeadPanelProps {
  id: string
  position: { at: number; total: string } | null
  onMove(step: 1 | -1): void
  onClose(): void
  onLog(record: CrmRecord): void
  onReassign(record: CrmRecord): void
  onReschedule(record: CrmRecord): void
}

function PanelTools({ id, position, onMove, onClose }: Pick<LeadPanelProps, 'id' | 'position' | 'onMove' | 'onClose'>) {
  const text = useText(leadsMessages)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href)
    showToast({ tone: 'ok', text: text('linkCopied') })
  }
  return (
    <div className="panel-tools">
      {position && (
        <span aria-label={text('position', { n: position.at, total: position.total })}>
          {position.at} / {position.total}
        </span>
      )}
      <button type="button" className="btn xs ghost icon" aria-label={text('previous')} onClick={() => onMove(-1)}>
        <ChevronUp size={14} />
      </button>
      <button type="button" className="btn xs ghost icon" aria-label={text('nextOne')} onClick={() => onMove(1)}>
        <ChevronDown size={14} />
      </button>
      <span className="sp" />
      <button
        type="button"
        className="btn xs ghost icon"
        aria-label={text('copyLink')}
        onClick={() => void copy().catch(showFailure)}
      >
        <LinkIcon size={14} />
      </button>
      <Link to={'/leads/$leadId'} params={{ leadId: id }} className="btn xs ghost icon" aria-label={text('fullPage')}>
        <Maximize2 size={14} />
      </Link>
      <button type="button" className="btn xs ghost icon" aria-label={text('closePanel')} onClick={onClose}>
        <X size={14} />
      </button>
    </div>
  )
}

function WhyOfLead({
  id,
  now,
  record,
  onReassign,
}: {
  id: string
  now: number
  record: CrmRecord
  onReassign(record: CrmRecord): void
}) {
  const { data } = useAssignmentDecisions(id)
  const tools = useFieldTools()
  const can = useCan()
  const navigate = useNavigate()
  const latest = data?.[0]
  if (!latest) return null
  const openRule = (ruleId: string): void => void navigate({ to: '/rules', search: { rule: ruleId } })
  return (
    <AssignmentWhy
      explanation={latest.explanation}
      at={momentText(latest.at, now, tools)}
      {...(can('assign') ? { onReassign: () => onReassign(record) } : {})}
      {...(can('configure') ? { onOpenRule: openRule, onTryRule: openRule } : {})}
    />
  )
}

function PanelHead({
  object,
  record,
  tools,
  onLog,
}: {
  object: ObjectMeta
  record: CrmRecord
  tools: FieldTools
  onLog(record: CrmRecord): void
}) {
  const text = useText(leadsMessages)
  const phone = useRevealed(record.id, 'phone', tools)
  const name = String(record.values[object.titleField] ?? '')
  const chips = ['grade', 'subject', 'campus'].flatMap((field) => {
    const meta = fieldOf(object, field)
    return meta && record.values[field] ? [meta] : []
  })
  const mayLog = useObject('followUp')?.can.create === true
  const mayCall = record.values['phone'] && fieldOf(object, 'phone')?.right !== 'mask'
  return (
    <div className="panel-who">
      <Avatar name={name} size="xl" />
      <div className="sp">
        <div className="row g8 panel-name">
          <h2>{name}</h2>
          {chips.map((field) => (
            <span key={field.name} className="chip">
              <FieldValue field={field} value={record.values[field.name]} tools={tools} />
            </span>
          ))}
        </div>
        <LeadPhone record={record} revealed={phone} />
      </div>
      {mayCall && (
        <button
          type="button"
          className="btn"
          disabled={phone.isAsking}
          onClick={() => phone.ask((number) => location.assign(`tel:${number}`))}
        >
          <Phone size={14} aria-hidden="true" />
          {text('call')}
        </button>
      )}
      {mayLog && (
        <button type="button" className="btn pri" onClick={() => onLog(record)}>
          <PenLine size={14} aria-hidden="true" />
          {text('log')}
        </button>
      )}
    </div>
  )
}

function PanelBody({
  object,
  record,
  refs,
  ...on
}: { object: ObjectMeta; record: CrmRecord; refs: Refs } & Pick<LeadPanelProps, 'onLog' | 'onReassign' | 'onReschedule'>) {
  const text = useText(leadsMessages)
  const tools = useFieldTools(refs)
  const { save, saveField, conflict, forget } = useRecordEditing(object, '/leads')
  const tables = subTablesIn(object, useMeta().objects)
  const stageField = object.stageField ?? 'stage'
  return (
    <>
      <PanelHead object={object} record={record} tools={tools} onLog={on.onLog} />
      <StageBar field={fieldOf(object, stageField)} value={record.values[stageField]} />
      <section className="sec panel-two">
        <NextStep record={record} tools={tools} onDone={() => on.onLog(record)} onReschedule={() => on.onReschedule(record)} />
        <MissingFacts
          key={record.id}
          object={object}
          record={record}
          tools={tools}
          onSave={(name, value) => {
            const field = fieldOf(object, name)
            if (field) saveField(record, field, value)
          }}
        />
      </section>
      <WhyOfLead id={record.id} now={tools.now} record={record} onReassign={on.onReassign} />
      <details className="sec panel-fields">
        <summary>{text('fields')}</summary>
        <RecordFields
          object={object}
          record={record}
          tools={tools}
          onSave={(field, value, was) => saveField(record, field, value, was)}
        />
      </details>
      {tables.map((table) => (
        <SubTableCard key={table.field.name} object={object} id={record.id} {...table} />
      ))}
      <section className="sec" aria-label={text('timeline')}>
        <h3>{text('timeline')}</h3>
        <Timeline object="lead" id={record.id} />
      </section>
      {conflict && (
        <ConflictDialog
          object={object}
          mine={conflict.mine}
          theirs={conflict.theirs}
          tools={tools}
          onClose={forget}
          onKeep={(values) => {
            forget()
            if (Object.keys(values).length > 0) void save(conflict.theirs, values, { onRefused: showFailure })
          }}
        />
      )}
    </>
  )
}

/** Everything about one lead: who, how far, what next, what is missing, why this owner, what happened. */
export function LeadPanel({ id, position, onMove, onClose, ...on }: LeadPanelProps) {
  const text = useText(leadsMessages)
  const object = useObject('lead')
  const { data, error, refetch } = useRecord('lead', id)
  return (
    <aside className="panel" aria-label={text('detail')}>
      <div className="panel-head">
        <PanelTools id={id} position={position} onMove={onMove} onClose={onClose} />
      </div>
      {error && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : !data || !object ? (
        <Skeleton lines={8} />
      ) : (
        <PanelBody object={object} record={data.record} refs={data.refs} {...on} />
      )}
    </aside>
  )
}
