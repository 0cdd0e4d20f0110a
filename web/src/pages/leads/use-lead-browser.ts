import { useMemo, useState } from 'react'
import { fieldOf } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useMe } from '../../data/session.ts'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import { useChosen } from '../../parts/record-list/use-chosen.ts'
import { useRecordBrowser, type RecordBrowser } from '../../parts/record-list/use-record-browser.ts'
import { groupRows, plainRows } from '../../parts/record-table/record-rows.ts'
import { useNow } from '../../parts/use-now.ts'
import { columnsOf } from './lead-columns.ts'

const byDue = [{ field: 'nextAt', direction: 'asc' as const }]

/** The leads of a view and its chips, parted by when they are due unless another order is asked for. */
export const useLeadBrowser = (object: ObjectMeta) => {
  const now = useNow()
  const { timeZone } = useMe().workspace
  const [wantsGroups, setWantsGroups] = useState(true)
  const { items: collapsed, toggle: fold } = useChosen<DueGroup>()
  const isGrouped = wantsGroups && fieldOf(object, 'nextAt') !== undefined
  const browser = useRecordBrowser({ object, path: '/leads', sortOf: ({ sort }) => (isGrouped ? byDue : sort) })
  const { view, list } = browser
  const records = list.data?.records
  const hasMore = list.hasNextPage
  const rows = useMemo(
    () => (isGrouped ? groupRows(records ?? [], { now, timeZone, collapsed, hasMore }) : plainRows(records ?? [])),
    [records, isGrouped, now, timeZone, collapsed, hasMore],
  )
  const shown = useMemo(() => rows.flatMap((row) => (row.kind === 'record' ? [row.record] : [])), [rows])
  const columns = columnsOf(object, view.columns, view.isChanged || view.current?.ownerId !== null)
  const sortBy = (sort: RecordBrowser['sort']): void => {
    setWantsGroups(false)
    view.change({ sort })
  }
  return { browser, rows, shown, columns, isGrouped, setWantsGroups, collapsed, fold, sortBy }
}
