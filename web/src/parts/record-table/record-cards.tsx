import { useEffect, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { CrmRecord } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { dueText } from '../../i18n/zoned-time.ts'
import { FieldValue } from '../field-value/field-value.tsx'
import { StageDot } from '../stage-dot.tsx'
import type { RecordRow } from './record-rows.ts'

interface RecordCardsProps {
  rows: RecordRow[]
  object: ObjectMeta
  columns: FieldMeta[]
  tools: FieldTools
  onOpen(id: string): void
  onNearEnd(): void
}

interface CardProps {
  record: CrmRecord
  object: ObjectMeta
  columns: FieldMeta[]
  tools: FieldTools
  onOpen(): void
}

const shownFields = 3

/** Of any object: its title, and what its first columns say. */
function PlainCard({ record, object, columns, tools, onOpen }: CardProps) {
  const title = fieldOf(object, object.titleField)
  const fields = columns
    .filter(({ name }) => name !== object.titleField && ![null, undefined, ''].includes(record.values[name] as string))
    .slice(0, shownFields)
  return (
    <button type="button" className="lead-card" onClick={onOpen}>
      <b className="ell">{title && <FieldValue field={title} value={record.values[title.name]} tools={tools} />}</b>
      <span className="row g8 f14 t2 ell">
        {fields.map((field) => (
          <span key={field.name} className="ell">
            <FieldValue field={field} value={record.values[field.name]} tools={tools} />
          </span>
        ))}
      </span>
    </button>
  )
}

function LeadCard({ record, object, tools, onOpen }: CardProps) {
  const text = useText(leadsMessages)
  const subject = fieldOf(object, 'subject')
  const at = record.values['nextAt']
  const due = typeof at === 'string' ? dueText(at, tools.now, tools) : null
  return (
    <button type="button" className="lead-card" onClick={onOpen}>
      <span className="row g8">
        <b>{String(record.values[object.titleField] ?? '')}</b>
        {subject && record.values['subject'] && (
          <span className="t3 f13 ell">
            <FieldValue field={subject} value={record.values['subject']} tools={tools} />
          </span>
        )}
        <span className="sp" />
        <span className="f13">
          <StageDot field={fieldOf(object, object.stageField ?? 'stage')} value={record.values[object.stageField ?? 'stage']} />
        </span>
      </span>
      <span className="row g8 f14 t2">
        {due && <span className={`b ${due.tone}`}>{due.text}</span>}
        <span className="ell">{String(record.values['nextAction'] ?? '') || text('noNext')}</span>
      </span>
    </button>
  )
}

/** The phone's list: who, about what, what next and when. The rest is on the lead's own page. */
export function RecordCards({ rows, object, columns, tools, onOpen, onNearEnd }: RecordCardsProps) {
  const text = useText(leadsMessages)
  const Card = object.name === 'lead' ? LeadCard : PlainCard
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 40 : 68),
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastShown >= rows.length - 20) onNearEnd()
  }, [lastShown, rows.length, onNearEnd])
  return (
    <div className="lead-scroll" ref={box}>
      <ul className="lead-cards" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <li
              key={row.kind === 'group' ? row.group : row.record.id}
              style={{ transform: `translateY(${start}px)`, height: size }}
            >
              {row.kind === 'group' ? (
                <h2 className={`lead-cards-group${row.group === 'overdue' ? ' err' : ''}`}>
                  {text(row.group)}
                  <span className="count">
                    {row.count}
                    {row.isOpenEnded && '+'}
                  </span>
                </h2>
              ) : (
                <Card
                  record={row.record}
                  object={object}
                  columns={columns}
                  tools={tools}
                  onOpen={() => onOpen(row.record.id)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
