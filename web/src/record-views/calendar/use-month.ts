import { useState } from 'react'
import type { CrmRecord } from '@jieli/core'
import { fieldOf } from '../../data/meta.ts'
import { useRecordList } from '../../data/records.ts'
import { dayOf } from '../../i18n/zoned-time.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { allOf } from '../../parts/record-list/list-draft.ts'
import type { RecordViewProps } from '../record-view.ts'
import { dayOfValue, inDays, monthDays, stepMonth } from '../days.ts'

/** As many as one month shows; more want a filter, not a longer page. */
export const MOST = 500

/** The month that is looked at, and the records that fall into it. */
export const useMonth = ({ object, view, query }: Pick<RecordViewProps, 'object' | 'view' | 'query'>) => {
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
  return {
    start,
    tools,
    today,
    day,
    days,
    list,
    step: (by: -1 | 1): void => setDay(stepMonth(day, by)),
    goToToday: (): void => setDay(today),
    /** Whether a record is on a day: on that of its beginning, its end, or between the two. */
    isOn: (record: CrmRecord, one: string): boolean => {
      const from = start ? dayOfValue(start, record.values[start.name], tools.timeZone) : null
      const to = end ? dayOfValue(end, record.values[end.name], tools.timeZone) : null
      return from !== null && from <= one && one <= (to !== null && to > from ? to : from)
    },
  }
}
