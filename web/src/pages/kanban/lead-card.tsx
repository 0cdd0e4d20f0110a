import { Link } from '@tanstack/react-router'
import type { CrmRecord } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { kanbanMessages } from '../../i18n/messages/kanban-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { dueText } from '../../i18n/zoned-time.ts'
import { Avatar } from '../../parts/avatar.tsx'
import { FieldValue } from '../../parts/field-value/field-value.tsx'

interface CardProps {
  object: ObjectMeta
  record: CrmRecord
  tools: FieldTools
  /** Won or lost: nothing is due any more. */
  isClosed: boolean
}

/** Who, about what, with whom, what next. A lead left waiting turns: first in words, after a day in colour. */
export function LeadCard({ object, record, tools, isClosed }: CardProps) {
  const text = useText(kanbanMessages)
  const { values } = record
  const at = typeof values['nextAt'] === 'string' && !isClosed ? values['nextAt'] : null
  const due = at ? dueText(at, tools.now, tools) : null
  const owner = tools.titleOf(String(values['owner'] ?? ''))
  const subject = fieldOf(object, 'subject')
  return (
    <>
      <span className="row g8">
        <Link to={'/leads/$leadId'} params={{ leadId: record.id }} className="b ell kanban-name" draggable={false}>
          {String(values[object.titleField] ?? '')}
        </Link>
        <span className="sp" />
        {owner && (
          <span className="row g4 t2 f12 nw">
            <Avatar name={owner} />
            {owner}
          </span>
        )}
      </span>
      {subject && (
        <span className="t2 f12 ell">
          <FieldValue field={subject} value={values['subject']} tools={tools} />
        </span>
      )}
      {!isClosed && (
        <span className="row g8 f12">
          <span className="t3 ell">{String(values['nextAction'] ?? '') || text('noNext')}</span>
          <span className="sp" />
          {due && <span className={`nw ${due.tone === 'calm' ? 't3' : `b ${due.tone}`}`}>{due.text}</span>}
        </span>
      )}
    </>
  )
}
