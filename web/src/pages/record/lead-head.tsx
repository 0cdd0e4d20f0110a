import { ArrowLeft, Ellipsis, PenLine, Phone, Trash2, UserRoundCog } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import type { CrmRecord } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useCan } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Avatar, PersonName } from '../../parts/avatar.tsx'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'
import { FieldValue } from '../../parts/field-value/field-value.tsx'
import { StageBar } from '../leads/lead-panel/stage-bar.tsx'
import type { PhoneShown } from './use-phone.ts'

interface LeadHeadProps {
  object: ObjectMeta
  record: CrmRecord
  tools: FieldTools
  phone: PhoneShown
  isPhone: boolean
  onLog(): void
  onReassign(): void
  onDelete(): void
}

/** A thumb's width on phones, a line on screens: the two things one does with a lead. */
export function LeadActions({ phone, onLog, isTouch }: { phone: PhoneShown; onLog(): void; isTouch: boolean }) {
  const text = useText(leadsMessages)
  const size = isTouch ? ' touch' : ''
  return (
    <>
      {phone.text !== '' && (
        <button
          type="button"
          className={`btn${size}`}
          onClick={() => phone.withNumber((value) => location.assign(`tel:${value}`))}
        >
          <Phone size={isTouch ? 18 : 14} aria-hidden="true" />
          {text('call')}
        </button>
      )}
      <button type="button" className={`btn pri${size}`} onClick={onLog}>
        <PenLine size={isTouch ? 18 : 14} aria-hidden="true" />
        {text('log')}
      </button>
    </>
  )
}

function MoreActions({ object, onReassign, onDelete }: Pick<LeadHeadProps, 'object' | 'onReassign' | 'onDelete'>) {
  const text = useText(recordMessages)
  const words = useText(leadsMessages)
  const can = useCan()
  if (!can('assign') && !object.can.delete) return null
  return (
    <PopoverMenu label={text('more')} align="end" triggerClass="btn icon" trigger={<Ellipsis size={16} aria-hidden="true" />}>
      {(close) => (
        <>
          {can('assign') && (
            <button
              type="button"
              className="item"
              onClick={() => {
                close()
                onReassign()
              }}
            >
              <UserRoundCog size={14} aria-hidden="true" />
              {words('reassign')}
            </button>
          )}
          {object.can.delete && (
            <button
              type="button"
              className="item err"
              onClick={() => {
                close()
                onDelete()
              }}
            >
              <Trash2 size={14} aria-hidden="true" />
              {text('delete')}
            </button>
          )}
        </>
      )}
    </PopoverMenu>
  )
}

export function LeadHead({ object, record, tools, phone, isPhone, onLog, onReassign, onDelete }: LeadHeadProps) {
  const text = useText(leadsMessages)
  const words = useText(recordMessages)
  const name = String(record.values[object.titleField] ?? '') || words('unnamed')
  const owner = tools.titleOf(String(record.values['owner'] ?? ''))
  const canShow = phone.isMasked && fieldOf(object, 'phone')?.right !== 'mask'
  const chips = ['grade', 'subject', 'campus'].flatMap((one) => {
    const field = fieldOf(object, one)
    return field && record.values[one] ? [field] : []
  })
  return (
    <header className="record-head">
      <div className="record-who">
        <Link to="/leads" className="btn ghost icon" aria-label={words('back')}>
          <ArrowLeft size={16} aria-hidden="true" />
        </Link>
        <Avatar name={name} size="xl" />
        <div className="sp">
          <div className="row g8 record-name">
            <h1>{name}</h1>
            {chips.map((field) => (
              <span key={field.name} className="chip">
                <FieldValue field={field} value={record.values[field.name]} tools={tools} />
              </span>
            ))}
          </div>
          <div className="row g8 wrap f13 t2">
            {phone.text !== '' && <span>{phone.text}</span>}
            {canShow && (
              <>
                <button type="button" className="link f12" onClick={() => phone.withNumber(() => {})}>
                  {text('reveal')}
                </button>
                <span className="t3 nw">{text('revealNote')}</span>
              </>
            )}
            {owner && <PersonName name={owner} />}
          </div>
        </div>
        {!isPhone && <LeadActions phone={phone} onLog={onLog} isTouch={false} />}
        <MoreActions object={object} onReassign={onReassign} onDelete={onDelete} />
      </div>
      <StageBar field={fieldOf(object, object.stageField ?? 'stage')} value={record.values[object.stageField ?? 'stage']} />
    </header>
  )
}
