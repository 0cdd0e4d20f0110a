import { useState } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { fieldOf } from '../../data/meta.ts'
import { useRecordList } from '../../data/records.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { addDays, dateText, dayOf } from '../../i18n/zoned-time.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { allOf } from '../../parts/record-list/list-draft.ts'
import type { RecordViewProps } from '../record-view.ts'
import { dayOfValue, daysBetween, inDays, monthDays } from '../days.ts'
import { useTone } from '../use-tone.ts'
import '../record-views.css'

const WEEKS = 10
const LENGTH = WEEKS * 7
const STEP = 28

/** Records as bars from their beginning to their end, over ten weeks. */
export function GanttView({ object, view, query, onOpen }: RecordViewProps) {
  const text = useText(recordViewsMessages)
  const start = fieldOf(object, view.startField ?? '')
  const end = fieldOf(object, view.endField ?? '')
  const tools = useFieldTools()
  const tone = useTone(object, view)
  const today = dayOf(tools.now, tools.timeZone)
  const [from, setFrom] = useState(() => addDays(monthDays(today)[0] ?? today, -7))
  const to = addDays(from, LENGTH - 1)
  const where = start && allOf(query.where, inDays({ start, end }, { from, to }, tools.timeZone))
  const list = useRecordList(object.name, {
    limit: 200,
    sort: start ? [{ field: start.name, direction: 'asc' }] : [],
    ...query,
    ...(where ? { where } : {}),
  })
  if (!start || !end || (list.error && !list.data))
    return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Skeleton lines={10} />
  const place = (record: CrmRecord): { begin: number; days: number } | null => {
    const begins = dayOfValue(start, record.values[start.name], tools.timeZone)
    const ends = dayOfValue(end, record.values[end.name], tools.timeZone)
    if (begins === null) return null
    const first = Math.max(0, daysBetween(from, begins))
    const last = Math.min(LENGTH - 1, daysBetween(from, ends !== null && ends > begins ? ends : begins))
    return last < first ? null : { begin: first, days: last - first + 1 }
  }
  const weeks = Array.from({ length: WEEKS }, (_, week) => addDays(from, week * 7))
  const now = daysBetween(from, today)
  return (
    <div className="rv-scroll">
      <div className="rv-month">
        <button
          type="button"
          className="btn sm ghost icon"
          aria-label={text('earlier')}
          onClick={() => setFrom(addDays(from, -STEP))}
        >
          <ChevronLeft size={16} />
        </button>
        <h2 className="h2">
          {dateText(from, tools.locale, today.slice(0, 4))} – {dateText(to, tools.locale, today.slice(0, 4))}
        </h2>
        <button
          type="button"
          className="btn sm ghost icon"
          aria-label={text('later')}
          onClick={() => setFrom(addDays(from, STEP))}
        >
          <ChevronRight size={16} />
        </button>
      </div>
      <div className="rv-gantt" style={{ '--days': LENGTH } as React.CSSProperties}>
        <div className="rv-gantt-head" aria-hidden="true">
          <span />
          {weeks.map((week) => (
            <span key={week}>{dateText(week, tools.locale, today.slice(0, 4))}</span>
          ))}
        </div>
        {list.data.records.map((record) => {
          const bar = place(record)
          const name = String(record.values[object.titleField] ?? '—')
          return (
            <div key={record.id} className="rv-gantt-row">
              <button type="button" className="card-title ell" onClick={() => onOpen(record.id)}>
                {name}
              </button>
              <div className="rv-gantt-track">
                {now >= 0 && now < LENGTH && (
                  <i className="rv-now" style={{ insetInlineStart: `${((now + 0.5) / LENGTH) * 100}%` }} />
                )}
                {bar && (
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={name}
                    className={`rv-bar ${tone(record)}`}
                    style={{
                      insetInlineStart: `${(bar.begin / LENGTH) * 100}%`,
                      width: `${(bar.days / LENGTH) * 100}%`,
                    }}
                    onClick={() => onOpen(record.id)}
                  />
                )}
              </div>
            </div>
          )
        })}
        {list.data.records.length === 0 && <p className="t3 rv-none">{text('empty')}</p>}
      </div>
      {list.hasNextPage && (
        <button type="button" className="btn rv-more" onClick={() => void list.fetchNextPage()}>
          {text('more')}
        </button>
      )}
    </div>
  )
}
