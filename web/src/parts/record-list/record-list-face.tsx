import type { ReactNode } from 'react'
import type { Value, CrmRecord } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { RecordViewFace } from '../../record-views/record-view-face.tsx'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import { LoadFailure, Skeleton } from '../page-states/page-states.tsx'
import { RecordCards } from '../record-table/record-cards.tsx'
import type { RecordRow } from '../record-table/record-rows.ts'
import { RecordTable } from '../record-table/record-table.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import type { RecordBrowser } from './use-record-browser.ts'
import { totalsByField } from './view-totals.ts'

interface RecordListFaceProps {
  browser: RecordBrowser
  rows: RecordRow[]
  columns: FieldMeta[]
  /** Said when there is nothing to show. */
  empty: ReactNode
  onSort(sort: RecordBrowser['sort']): void
  isEditable?(field: FieldMeta): boolean
  onEdit?(record: CrmRecord, field: FieldMeta, value: Value): void
  collapsed?: ReadonlySet<DueGroup>
  onCollapse?(group: DueGroup): void
}

const noGroups: ReadonlySet<never> = new Set()

/** What a list shows: its view of another kind, a failure, what is coming, nothing, cards on a phone, or the table. */
export function RecordListFace({ browser, rows, columns, empty, collapsed, onCollapse, ...editing }: RecordListFaceProps) {
  const isPhone = useIsPhone()
  const { object, view, query, list, tools, chosen, open, loadMore } = browser
  const { openId } = browser.address
  const records = list.data?.records
  if (view.shown.kind !== 'list')
    return <RecordViewFace object={object} view={view.shown} query={query} openId={openId} onOpen={open} />
  if (list.error && !records) return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
  if (!records) return <Skeleton lines={12} />
  if (records.length === 0) return empty
  if (isPhone)
    return <RecordCards rows={rows} object={object} columns={columns} tools={tools} onOpen={open} onNearEnd={loadMore} />
  const shown = rows.flatMap((row) => (row.kind === 'record' ? [row.record.id] : []))
  return (
    <RecordTable
      object={object.name}
      rows={rows}
      columns={columns}
      titleField={object.titleField}
      sort={browser.sort}
      tools={tools}
      tone={browser.tone}
      totals={totalsByField(view.shown.summaries, list.data?.totals)}
      currentId={openId}
      selected={chosen.items}
      collapsed={collapsed ?? noGroups}
      onOpen={open}
      onNearEnd={loadMore}
      onToggle={chosen.toggle}
      onCollapse={onCollapse ?? (() => {})}
      onToggleAll={() => chosen.setAll(chosen.items.size === shown.length ? [] : shown)}
      {...editing}
    />
  )
}
