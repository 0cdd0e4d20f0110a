import { useState } from 'react'
import { DndContext, PointerSensor, useDraggable, useDroppable, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { fieldOf } from '../../data/meta.ts'
import { useRecordList } from '../../data/records.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { dateText, dayOf, weekdayText } from '../../i18n/zoned-time.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { allOf } from '../../parts/record-list/list-draft.ts'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import type { RecordViewProps } from '../record-view.ts'
import { dayOfValue, inDays, monthDays, onDay, stepMonth } from '../days.ts'
import { useQuickChange } from '../use-quick-change.ts'
import { useTone } from '../use-tone.ts'
import '../record-views.css'

/** As many as one month shows; more want a filter, not a longer page. */
const MOST = 500
const ON_A_DAY = 4

/** Records on the days of a month; dragged to another day they change it. On a phone, a list by day. */
export function CalendarView({ object, view, query, onOpen }: RecordViewProps) {
  const text = useText(recordViewsMessages)
  const start = fieldOf(object, view.startField ?? '')
  const end = fieldOf(object, view.endField ?? '')
  const tools = useFieldTools()
  const today = dayOf(tools.now, tools.timeZone)
  const [day, setDay] = useState(today)
  const days = monthDays(day)
  const range = { from: days[0] ?? day, to: days.at(-1) ?? day }
  const where = start ? allOf(query.where, inDays({ start, end }, range, tools.timeZone)) : query.where
  const list = useRecordList(object.name, {
    limit: MOST,
    sort: start ? [{ field: start.name, direction: 'asc' }] : [],
    ...query,
    ...(where ? { where } : {}),
  })
  const { changing, change } = useQuickChange(object)
  const tone = useTone(object, view)
  const isPhone = useIsPhone()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  if (!start || (list.error && !list.data)) return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
  const records = (list.data?.records ?? []).map((record) => changing.get(record.id) ?? record)
  const spans = (record: CrmRecord): { from: string; to: string } | null => {
    const from = dayOfValue(start, record.values[start.name], tools.timeZone)
    const to = end ? dayOfValue(end, record.values[end.name], tools.timeZone) : null
    return from === null ? null : { from, to: to !== null && to > from ? to : from }
  }
  const onThe = (one: string): CrmRecord[] =>
    records.filter((record) => {
      const span = spans(record)
      return span !== null && span.from <= one && one <= span.to
    })
  const drop = ({ active, over }: DragEndEvent): void => {
    const record = active.data.current?.['record'] as CrmRecord
    if (!over || dayOfValue(start, record.values[start.name], tools.timeZone) === over.id) return
    const to = String(over.id)
    void change(
      record,
      { [start.name]: onDay(start, record.values[start.name], to, tools.timeZone) },
      dateText(to, tools.locale, today.slice(0, 4)),
    )
  }
  const mayMove = object.can.update && start.right === 'write' && !start.readOnly
  const face = { titleField: object.titleField, mayMove: mayMove && !isPhone, tone, onOpen }
  const shown = isPhone ? days.filter((one) => onThe(one).length > 0) : days
  return (
    <DndContext sensors={sensors} onDragEnd={drop}>
      <div className="rv-scroll">
        <div className="rv-month">
          <button
            type="button"
            className="btn sm ghost icon"
            aria-label={text('previous')}
            onClick={() => setDay(stepMonth(day, -1))}
          >
            <ChevronLeft size={16} />
          </button>
          <h2 className="h2">
            {new Intl.DateTimeFormat(tools.locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(
              new Date(`${day}T00:00:00Z`),
            )}
          </h2>
          <button
            type="button"
            className="btn sm ghost icon"
            aria-label={text('next')}
            onClick={() => setDay(stepMonth(day, 1))}
          >
            <ChevronRight size={16} />
          </button>
          <button type="button" className="btn sm" onClick={() => setDay(today)}>
            {text('today')}
          </button>
          <span className="sp" />
          <span className="t3 f12">{text(list.hasNextPage ? 'tooMany' : 'undated', { n: MOST })}</span>
        </div>
        {!isPhone && (
          <div className="rv-weekdays" aria-hidden="true">
            {days.slice(0, 7).map((one) => (
              <span key={one}>{weekdayText(one, tools.locale)}</span>
            ))}
          </div>
        )}
        <div className="rv-days">
          {shown.map((one) => (
            <Day
              key={one}
              day={one}
              label={dateText(one, tools.locale, today.slice(0, 4))}
              isOutside={one.slice(0, 7) !== day.slice(0, 7)}
              isToday={one === today}
              records={onThe(one)}
              {...face}
            />
          ))}
          {isPhone && shown.length === 0 && <p className="t3 rv-none">{text('empty')}</p>}
        </div>
      </div>
    </DndContext>
  )
}

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

function Day({ day, label, isOutside, isToday, records, ...face }: DayProps) {
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
