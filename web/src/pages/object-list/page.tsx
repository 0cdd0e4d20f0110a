import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Inbox, ListFilter, Plus } from 'lucide-react'
import { ApiError } from '../../data/api-error.ts'
import { useObject } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordList } from '../../data/records.ts'
import { useCan } from '../../data/session.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { isCoverable } from '../../parts/field-value/covered-text.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { BinLink } from '../../parts/record-list/bin-link.tsx'
import { BehindChip } from '../../parts/record-list/behind-chip.tsx'
import { ExactCount } from '../../parts/record-list/exact-count.tsx'
import { FilterBar } from '../../parts/record-list/filter-bar.tsx'
import { ListActions } from '../../parts/record-list/list-actions.tsx'
import { allOf, whereOf } from '../../parts/record-list/list-draft.ts'
import { useChosen } from '../../parts/record-list/use-chosen.ts'
import { useListAddress } from '../../parts/record-list/use-list-address.ts'
import { useListKeys } from '../../parts/record-list/use-list-keys.ts'
import { useListView } from '../../parts/record-list/use-list-view.ts'
import { totalsByField, totalsOf } from '../../parts/record-list/view-totals.ts'
import { ViewTabs } from '../../parts/record-list/view-tabs.tsx'
import { RecordViewFace } from '../../record-views/record-view-face.tsx'
import { useTone } from '../../record-views/use-tone.ts'
import { RecordCards } from '../../parts/record-table/record-cards.tsx'
import { plainRows } from '../../parts/record-table/record-rows.ts'
import { RecordTable } from '../../parts/record-table/record-table.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { isEditable } from '../record/field-sections.ts'
import { useRecordEditing } from '../record/use-record-editing.ts'
import { CreateDrawer } from './create-drawer.tsx'
import { objectColumns } from './object-columns.ts'
import { RecordPanel } from './record-panel.tsx'
import { SelectionBar } from './selection-bar.tsx'
import '../leads/leads.css'
import './object-list.css'

const newestFirst = [{ field: 'createdAt', direction: 'desc' as const }]
const noGroups: ReadonlySet<never> = new Set()

function EmptyList({
  name,
  isAsked,
  mayCreate,
  onClear,
  onCreate,
}: {
  name: string
  isAsked: boolean
  mayCreate: boolean
  onClear(): void
  onCreate(): void
}) {
  const text = useText(listMessages)
  const can = useCan()
  if (isAsked)
    return (
      <PageState icon={ListFilter} title={text('noMatchTitle', { name })} text={text('noMatchText')}>
        <button type="button" className="btn" onClick={onClear}>
          {text('clearFilters')}
        </button>
      </PageState>
    )
  return (
    <PageState
      icon={Inbox}
      tone="acc"
      title={text('emptyTitle', { name })}
      text={text(mayCreate ? (can('import') ? 'emptyText' : 'emptyTextOne') : 'emptyTextRead')}
    >
      {mayCreate && (
        <button type="button" className="btn pri" onClick={onCreate}>
          {text('create', { name })}
        </button>
      )}
    </PageState>
  )
}

function ObjectList({ object }: { object: ObjectMeta }) {
  const text = useText(listMessages)
  const label = useLabel()
  const isPhone = useIsPhone()
  const name = label(object.label)
  const { viewId, openId, behind, about, set, forget } = useListAddress(`/objects/${object.name}`)
  const view = useListView(object.name, viewId)
  const [search, setSearch] = useState('')
  const [isCreating, setCreating] = useState(false)
  const { items: selected, ...choose } = useChosen<string>()
  const asked = useDeferredValue(search.trim())
  const where = allOf(whereOf(view.items), behind)
  const sort = view.sort.length > 0 ? view.sort : newestFirst
  const query = { ...(where ? { where } : {}), ...(asked ? { search: asked } : {}) }
  const totals = totalsOf(view.shown.summaries)
  const list = useRecordList(object.name, {
    limit: 100,
    count: 'capped',
    sort,
    ...query,
    ...(totals.length > 0 ? { totals } : {}),
  })
  const tone = useTone(object, view.shown)
  const { saveField } = useRecordEditing(object, `/objects/${object.name}`)
  const tools = useFieldTools(list.data?.refs)
  const records = list.data?.records
  const rows = useMemo(() => plainRows(records ?? []), [records])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const columns = objectColumns(object, view.columns)
  const columnNames = columns.map((field) => field.name)
  const at = (records ?? []).findIndex(({ id }) => id === openId)
  const open = (id: string | undefined): void => set({ open: id })
  const move = (step: 1 | -1): void => open(records?.[Math.max(0, Math.min(records.length - 1, at + step))]?.id)
  useListKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => openId && choose.toggle(openId),
    Escape: () => (openId ? open(undefined) : choose.clear()),
  })
  const clear = (): void => {
    view.change({ items: [] })
    setSearch('')
    if (behind) forget()
  }
  const count = list.data?.count
  return (
    <>
      <TopBar title={name} beside={count && <ExactCount object={object.name} query={query} count={count} />}>
        {object.can.delete && <BinLink object={object.name} />}
        <ListActions object={object} query={{ ...query, sort, columns: columnNames }} />
        {object.can.create && (
          <button type="button" className="btn" onClick={() => setCreating(true)}>
            <Plus size={14} aria-hidden="true" />
            {text('create', { name })}
          </button>
        )}
      </TopBar>
      <div className={`leads${openId ? ' with-panel' : ''}`}>
        <section className="lead-list" aria-label={name}>
          <ViewTabs
            object={object}
            views={view.views}
            current={view.current}
            onChoose={(id) => set({ view: id ?? undefined })}
          />
          <FilterBar
            object={object}
            view={view}
            columns={columns}
            search={search}
            onSearch={setSearch}
            searchHint={text('search')}
            tools={tools}
            hidesColumns={isPhone}
            onSaved={(id) => set({ view: id })}
            {...(behind ? { behind: <BehindChip object={object} where={behind} about={about} onRemove={forget} /> } : {})}
          />
          {view.shown.kind !== 'list' ? (
            <RecordViewFace object={object} view={view.shown} query={query} openId={openId} onOpen={open} />
          ) : list.error && !records ? (
            <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
          ) : !records ? (
            <Skeleton lines={12} />
          ) : records.length === 0 ? (
            <EmptyList
              name={name}
              isAsked={where !== undefined || asked !== ''}
              mayCreate={object.can.create}
              onClear={clear}
              onCreate={() => setCreating(true)}
            />
          ) : isPhone ? (
            <RecordCards rows={rows} object={object} columns={columns} tools={tools} onOpen={open} onNearEnd={loadMore} />
          ) : (
            <RecordTable
              rows={rows}
              columns={columns}
              titleField={object.titleField}
              sort={sort}
              onSort={(next) => view.change({ sort: next })}
              tools={tools}
              tone={tone}
              totals={totalsByField(view.shown.summaries, list.data?.totals)}
              isEditable={(field) => isEditable(object, field) && !isCoverable(field)}
              onEdit={saveField}
              currentId={openId}
              selected={selected}
              collapsed={noGroups}
              onOpen={open}
              onNearEnd={loadMore}
              onToggle={choose.toggle}
              onCollapse={() => {}}
              onToggleAll={() => choose.setAll(selected.size === records.length ? [] : records.map(({ id }) => id))}
            />
          )}
          {selected.size > 0 && (
            <SelectionBar object={object} chosen={[...selected]} columns={columnNames} onClear={choose.clear} />
          )}
        </section>
        {openId && <RecordPanel key={openId} object={object} id={openId} onMove={move} onClose={() => open(undefined)} />}
      </div>
      {isCreating && (
        <CreateDrawer
          object={object}
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false)
            open(id)
          }}
        />
      )}
    </>
  )
}

/** The records of any object, built in or made by an admin, by its definition of this moment. */
export function ObjectListPage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const object = useObject(name)
  return object ? (
    <ObjectList key={name} object={object} />
  ) : (
    <LoadFailure error={new ApiError('unknown-object', '')} onRetry={() => {}} />
  )
}
