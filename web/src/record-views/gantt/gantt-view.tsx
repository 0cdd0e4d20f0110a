import { useState } from 'react'
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
import { PeriodBar } from '../period-bar.tsx'
import { useTone } from '../use-tone.ts'
import { GanttRow, type Bar } from './gantt-row.tsx'
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
  const place = (record: CrmRecord): Bar | null => {
    const begins = dayOfValue(start, record.values[start.name], tools.timeZone)
    const ends = dayOfValue(end, record.values[end.name], tools.timeZone)
    if (begins === null) return null
    const first = Math.max(0, daysBetween(from, begins))
    const last = Math.min(LENGTH - 1, daysBetween(from, ends !== null && ends > begins ? ends : begins))
    return last < first ? null : { begin: first, days: last - first + 1 }
  }
  const weeks = Array.from({ length: WEEKS }, (_, week) => addDays(from, week * 7))
  const dayName = (one: string): string => dateText(one, tools.locale, today.slice(0, 4))
  return (
    <div className="rv-scroll">
      <PeriodBar
        title={`${dayName(from)} – ${dayName(to)}`}
        back={text('earlier')}
        forth={text('later')}
        onStep={(by) => setFrom(addDays(from, by * STEP))}
      />
      <div className="rv-gantt" style={{ '--days': LENGTH } as React.CSSProperties}>
        <div className="rv-gantt-head" aria-hidden="true">
          <span />
          {weeks.map((week) => (
            <span key={week}>{dayName(week)}</span>
          ))}
        </div>
        {list.data.records.map((record) => (
          <GanttRow
            key={record.id}
            name={String(record.values[object.titleField] ?? '—')}
            bar={place(record)}
            length={LENGTH}
            now={daysBetween(from, today)}
            tone={tone(record)}
            onOpen={() => onOpen(record.id)}
          />
        ))}
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
