import { DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import type { CrmRecord } from '@jieli/core'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { dateText, weekdayText } from '../../i18n/zoned-time.ts'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import type { RecordViewProps } from '../record-view.ts'
import { dayOfValue, onDay } from '../days.ts'
import { PeriodBar } from '../period-bar.tsx'
import { useQuickChange } from '../use-quick-change.ts'
import { useTone } from '../use-tone.ts'
import { CalendarDay } from './calendar-day.tsx'
import { MOST, useMonth } from './use-month.ts'
import '../record-views.css'

/** Records on the days of a month; dragged to another day they change it. On a phone, a list by day. */
export function CalendarView({ object, view, query, onOpen }: RecordViewProps) {
  const text = useText(recordViewsMessages)
  const { start, tools, today, day, days, list, isOn, step, goToToday } = useMonth({ object, view, query })
  const { changing, change } = useQuickChange(object)
  const tone = useTone(object, view)
  const isPhone = useIsPhone()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  if (!start || (list.error && !list.data)) return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
  const records = (list.data?.records ?? []).map((record) => changing.get(record.id) ?? record)
  const onThe = (one: string): CrmRecord[] => records.filter((record) => isOn(record, one))
  const dayName = (one: string): string => dateText(one, tools.locale, today.slice(0, 4))
  const drop = ({ active, over }: DragEndEvent): void => {
    const record = active.data.current?.['record'] as CrmRecord
    if (!over || dayOfValue(start, record.values[start.name], tools.timeZone) === over.id) return
    const to = String(over.id)
    void change(record, { [start.name]: onDay(start, record.values[start.name], to, tools.timeZone) }, dayName(to))
  }
  const mayMove = object.can.update && start.right === 'write' && !start.readOnly && !isPhone
  const shown = isPhone ? days.filter((one) => onThe(one).length > 0) : days
  return (
    <DndContext sensors={sensors} onDragEnd={drop}>
      <div className="rv-scroll">
        <PeriodBar title={monthText(day, tools.locale)} back={text('previous')} forth={text('next')} onStep={step}>
          <button type="button" className="btn sm" onClick={goToToday}>
            {text('today')}
          </button>
          <span className="sp" />
          <span className="t3 f12">{text(list.hasNextPage ? 'tooMany' : 'undated', { n: MOST })}</span>
        </PeriodBar>
        {!isPhone && (
          <div className="rv-weekdays" aria-hidden="true">
            {days.slice(0, 7).map((one) => (
              <span key={one}>{weekdayText(one, tools.locale)}</span>
            ))}
          </div>
        )}
        <div className="rv-days">
          {shown.map((one) => (
            <CalendarDay
              key={one}
              day={one}
              label={dayName(one)}
              isOutside={one.slice(0, 7) !== day.slice(0, 7)}
              isToday={one === today}
              records={onThe(one)}
              titleField={object.titleField}
              mayMove={mayMove}
              tone={tone}
              onOpen={onOpen}
            />
          ))}
          {isPhone && list.data && shown.length === 0 && <p className="t3 rv-none">{text('empty')}</p>}
        </div>
      </div>
    </DndContext>
  )
}

const monthText = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(new Date(`${day}T00:00:00Z`))
