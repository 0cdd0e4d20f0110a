import { useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronDown, ChevronUp, Link as LinkIcon, Maximize2, PenLine, Phone, X } from 'lucide-react'
import type { CrmRecord, Value } from '@jieli/core'
import { useAssignmentDecisions } from '../../../data/explain.ts'
import { useReveal } from '../../../data/leads.ts'
import { fieldOf, useObject } from '../../../data/meta.ts'
import { useRecord, useUpdateRecord } from '../../../data/records.ts'
import { useCan } from '../../../data/session.ts'
import { leadsMessages } from '../../../i18n/messages/leads-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { momentText } from '../../../i18n/zoned-time.ts'
import { Avatar } from '../../../parts/avatar.tsx'
import { FieldValue } from '../../../parts/field-value/field-value.tsx'
import { useFieldTools } from '../../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../../parts/page-states/page-states.tsx'
import { Timeline } from '../../../parts/timeline/timeline.tsx'
import { showFailure, showToast } from '../../../parts/toast/toast-store.ts'
import { AssignmentWhy } from '../../../parts/why-panel/assignment-why.tsx'
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
      <Link to={'/leads/$leadId' as '/leads'} params={{ leadId: id } as never} className="btn xs ghost icon" aria-label={text('fullPage')}>
        <Maximize2 size={14} />
      </Link>
      <button type="button" className="btn xs ghost icon" aria-label={text('closePanel')} onClick={onClose}>
        <X size={14} />
      </button>
    </div>
  )
}

function PhoneLine({ record, shown, onShow }: { record: CrmRecord; shown: string | null; onShow(): void }) {
  const text = useText(leadsMessages)
  const field = fieldOf(useObject('lead'), 'phone')
  const masked = String(record.values['phone'] ?? '')
  if (!field || masked === '') return null
  const canShow = masked.includes('*') && field.right !== 'mask' && !shown
  return (
    <div className="row g8 f13 t2">
      <span>{shown ?? masked.replace(/^\+86/u, '')}</span>
      {canShow && (
        <>
          <button type="button" className="link f12" onClick={onShow}>
            {text('reveal')}
          </button>
          <span className="t3 nw">{text('revealNote')}</span>
        </>
      )}
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
  const openRule = (ruleId: string): void => void navigate({ to: '/rules', search: { rule: ruleId } as never })
  return (
    <AssignmentWhy
      explanation={latest.explanation}
      at={momentText(latest.at, now, tools)}
      {...(can('assign') ? { onReassign: () => onReassign(record) } : {})}
      {...(can('configure') ? { onOpenRule: openRule, onTryRule: openRule } : {})}
    />
  )
}

/** Everything about one lead: who, how far, what next, what is missing, why this owner, what happened. */
export function LeadPanel({ id, position, onMove, onClose, onLog, onReassign, onReschedule }: LeadPanelProps) {
  const text = useText(leadsMessages)
  const object = useObject('lead')
  const { data, error, refetch } = useRecord('lead', id)
  const tools = useFieldTools(data?.refs)
  const update = useUpdateRecord('lead')
  const reveal = useReveal()
  const [phone, setPhone] = useState<string | null>(null)
  const frame = (content: React.ReactNode) => (
    <aside className="panel" aria-label={text('detail')}>
      <div className="panel-head">
        <PanelTools id={id} position={position} onMove={onMove} onClose={onClose} />
      </div>
      {content}
    </aside>
  )
  if (error) return frame(<LoadFailure error={error} onRetry={() => void refetch()} />)
  if (!data || !object) return frame(<Skeleton lines={8} />)
  const { record } = data
  const name = String(record.values[object.titleField] ?? '')
  const show = (then: (value: string) => void): void => {
    const value = String(record.values['phone'] ?? '')
    if (phone || !value.includes('*')) return then(phone ?? value)
    reveal.mutate(
      { leadId: id, field: 'phone' },
      {
        onSuccess: (answer) => {
          setPhone(answer.value)
          then(answer.value)
        },
        onError: showFailure,
      },
    )
  }
  const save = (values: Record<string, Value>): void =>
    update.mutate(
      { id, rev: record.rev, values },
      { onError: showFailure, onSuccess: () => showToast({ tone: 'ok', text: text('saved') }) },
    )
  const chips = ['grade', 'subject', 'campus'].flatMap((field) => {
    const meta = fieldOf(object, field)
    return meta && record.values[field] ? [meta] : []
  })
  return frame(
    <>
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
          <PhoneLine record={record} shown={phone} onShow={() => show(() => {})} />
        </div>
        <button type="button" className="btn" onClick={() => show((value) => location.assign(`tel:${value}`))}>
          <Phone size={14} aria-hidden="true" />
          {text('call')}
        </button>
        <button type="button" className="btn pri" onClick={() => onLog(record)}>
          <PenLine size={14} aria-hidden="true" />
          {text('log')}
        </button>
      </div>
      <StageBar field={fieldOf(object, object.stageField ?? 'stage')} value={record.values[object.stageField ?? 'stage']} />
      <section className="sec panel-two">
        <NextStep record={record} tools={tools} onDone={() => onLog(record)} onReschedule={() => onReschedule(record)} />
        <MissingFacts
          key={id}
          object={object}
          record={record}
          tools={tools}
          onSave={(field, value) => save({ [field]: value })}
        />
      </section>
      <WhyOfLead id={id} now={tools.now} record={record} onReassign={onReassign} />
      <section className="sec" aria-label={text('timeline')}>
        <h3>{text('timeline')}</h3>
        <Timeline object="lead" id={id} />
      </section>
    </>,
  )
}
