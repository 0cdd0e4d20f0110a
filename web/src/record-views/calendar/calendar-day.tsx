import { useState } from 'react'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import type { CrmRecord } from '@jieli/core'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useText } from '../../i18n/use-text.ts'

const ON_A_DAY = 4

interface DayProps {
  day: string
  label: string
  isOutside: boolean
  isToday: boolean
  records: CrmRecord[]
  titleField: string
  mayMove: boolean
  tone(record: CrmRecord): string
  onOpen(id: string): void
}

/** A day of the month with what falls on it; records are dropped here. */
export function CalendarDay({ day, label, isOutside, isToday, records, ...face }: DayProps) {
  const text = useText(recordViewsMessages)
  const [showsAll, setShowsAll] = useState(false)
  const { setNodeRef, isOver } = useDroppable({ id: day })
  const shown = showsAll ? records : records.slice(0, ON_A_DAY)
  return (
    <section
      ref={setNodeRef}
      aria-label={label}
      className={`rv-day${isOutside ? ' outside' : ''}${isToday ? ' today' : ''}${isOver ? ' over' : ''}`}
    >
      <h3 aria-hidden="true">
        <span className="rv-date">{Number(day.slice(8))}</span>
        <span className="rv-long">{label}</span>
      </h3>
      {shown.map((record) => (
        <Entry key={record.id} day={day} record={record} {...face} />
      ))}
      {records.length > shown.length && (
        <button type="button" className="link f12" onClick={() => setShowsAll(true)}>
          {text('moreOnDay', { n: records.length - shown.length })}
        </button>
      )}
    </section>
  )
}

function Entry({
  day,
  record,
  titleField,
  mayMove,
  tone,
  onOpen,
}: Pick<DayProps, 'day' | 'titleField' | 'mayMove' | 'tone' | 'onOpen'> & { record: CrmRecord }) {
  const { setNodeRef, listeners, transform } = useDraggable({
    id: `${record.id} ${day}`,
    data: { record },
    disabled: !mayMove,
  })
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={`rv-entry ell ${tone(record)}`}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)`, zIndex: 10 } : undefined}
      onClick={() => onOpen(record.id)}
      {...listeners}
    >
      {String(record.values[titleField] ?? '—')}
    </button>
  )
}
