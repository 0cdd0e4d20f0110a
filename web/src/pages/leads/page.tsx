import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Plus, Rows3 } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { fieldOf, useObject } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordList } from '../../data/records.ts'
import { useCan, useMe } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { BehindChip } from '../../parts/record-list/behind-chip.tsx'
import { ExactCount } from '../../parts/record-list/exact-count.tsx'
import { FilterBar } from '../../parts/record-list/filter-bar.tsx'
import { BinLink } from '../../parts/record-list/bin-link.tsx'
import { ListActions } from '../../parts/record-list/list-actions.tsx'
import { allOf, whereOf } from '../../parts/record-list/list-draft.ts'
import { useChosen } from '../../parts/record-list/use-chosen.ts'
import { useListAddress } from '../../parts/record-list/use-list-address.ts'
import { useListKeys } from '../../parts/record-list/use-list-keys.ts'
import { useListView } from '../../parts/record-list/use-list-view.ts'
import { ViewTabs } from '../../parts/record-list/view-tabs.tsx'
import { RecordViewFace } from '../../record-views/record-view-face.tsx'
import { useTone } from '../../record-views/use-tone.ts'
import { RecordCards } from '../../parts/record-table/record-cards.tsx'
import { groupRows, plainRows } from '../../parts/record-table/record-rows.ts'
import { RecordTable } from '../../parts/record-table/record-table.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useNow } from '../../parts/use-now.ts'
import { BulkBar } from './bulk-bar.tsx'
import { columnsOf } from './lead-columns.ts'
import { LeadDialogs, type LeadDoing } from './lead-dialogs.tsx'
import { LeadListState } from './lead-list-state.tsx'
import { LeadPanel } from './lead-panel/lead-panel.tsx'
import './leads.css'

const byDue = [{ field: 'nextAt', direction: 'asc' as const }]

/** The leads of a view and its chips, sorted, grouped by when they are due unless another order is asked for. */
const useLeadList = (object: ObjectMeta, viewId: string | undefined, behind: Parameters<typeof allOf>[0]) => {
  const view = useListView('lead', viewId)
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search.trim())
  const [wantsGroups, setWantsGroups] = useState(true)
  const isGrouped = wantsGroups && fieldOf(object, 'nextAt') !== undefined
  const where = allOf(whereOf(view.items), behind)
  const sort = isGrouped ? byDue : view.sort
  const query = { ...(where ? { where } : {}), ...(asked ? { search: asked } : {}) }
  const list = useRecordList('lead', { limit: 100, count: 'capped', sort, ...query })
  return { view, search, setSearch, isGrouped, setWantsGroups, sort, query, list, isAsked: asked !== '' || where !== undefined }
}

function Leads({ object }: { object: ObjectMeta }) {
  const text = useText(leadsMessages)
  const now = useNow()
  const can = useCan()
  const isPhone = useIsPhone()
  const {
    workspace: { timeZone },
  } = useMe()
  const { viewId, openId, behind, about, set, forget } = useListAddress('/leads')
  const { view, search, setSearch, isGrouped, setWantsGroups, sort, query, list, isAsked } = useLeadList(object, viewId, behind)
  const { items: selected, ...choose } = useChosen<string>()
  const { items: collapsed, toggle: fold } = useChosen<DueGroup>()
  const [doing, setDoing] = useState<LeadDoing>(null)
  const tools = useFieldTools(list.data?.refs)
  const tone = useTone(object, view.shown)
  const records = list.data?.records
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const rows = useMemo(
    () => (isGrouped ? groupRows(records ?? [], { now, timeZone, collapsed, hasMore: hasNextPage }) : plainRows(records ?? [])),
    [records, isGrouped, now, timeZone, collapsed, hasNextPage],
  )
  const shown = useMemo(() => rows.flatMap((row) => (row.kind === 'record' ? [row.record] : [])), [rows])
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const columns = columnsOf(object, view.columns, view.isChanged || view.current?.ownerId !== null)
  const columnNames = columns.flatMap(({ name }) => (name === 'nextAction' ? ['nextAction', 'nextAt'] : [name]))
  const at = shown.findIndex(({ id }) => id === openId)
  const open = (id: string | undefined): void => set({ open: id })
  const move = (step: 1 | -1): void => open(shown[Math.max(0, Math.min(shown.length - 1, at + step))]?.id)
  const start = (what: NonNullable<LeadDoing>['what']): void => {
    const leads = selected.size > 0 ? shown.filter(({ id }) => selected.has(id)) : shown.filter(({ id }) => id === openId)
    if (leads.length > 0) setDoing({ what, leads })
  }
  const startOne =
    (what: NonNullable<LeadDoing>['what']) =>
    (record: CrmRecord): void =>
      setDoing({ what, leads: [record] })
  useListKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => openId && choose.toggle(openId),
    e: () => start('log'),
    a: () => can('assign') && start('reassign'),
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
      <TopBar title={text('title')} beside={count && <ExactCount object="lead" query={query} count={count} />}>
        {object.can.delete && <BinLink object="lead" />}
        <ListActions object={object} query={{ ...query, sort, columns: columnNames }} />
        {object.can.create && (
          <Link to="/leads/new" className="btn new-lead">
            <Plus size={14} aria-hidden="true" />
            {text('newLead')}
          </Link>
        )}
      </TopBar>
      <div className={`leads${openId ? ' with-panel' : ''}`}>
        <section className="lead-list" aria-label={text('title')}>
          <ViewTabs
            object={object}
            views={view.views}
            current={view.current}
            onChoose={(id) => {
              choose.clear()
              set({ view: id ?? undefined })
            }}
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
          >
            {view.shown.kind === 'list' && (
              <button
                type="button"
                className="btn sm ghost"
                aria-pressed={isGrouped}
                onClick={() => setWantsGroups(!isGrouped)}
              >
                <Rows3 size={14} aria-hidden="true" />
                {text(isGrouped ? 'group' : 'ungrouped')}
              </button>
            )}
          </FilterBar>
          {view.shown.kind !== 'list' ? (
            <RecordViewFace object={object} view={view.shown} query={query} openId={openId} onOpen={open} />
          ) : list.error && !records ? (
            <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
          ) : !records ? (
            <Skeleton lines={12} />
          ) : records.length === 0 ? (
            <LeadListState isAsked={isAsked} onClear={clear} />
          ) : isPhone ? (
            <RecordCards rows={rows} object={object} columns={columns} tools={tools} onOpen={open} onNearEnd={loadMore} />
          ) : (
            <RecordTable
              rows={rows}
              columns={columns}
              titleField={object.titleField}
              sort={sort}
              onSort={(next) => {
                setWantsGroups(false)
                view.change({ sort: next })
              }}
              tools={tools}
              tone={tone}
              currentId={openId}
              selected={selected}
              collapsed={collapsed}
              onOpen={open}
              onNearEnd={loadMore}
              onToggle={choose.toggle}
              onCollapse={fold}
              onToggleAll={() => choose.setAll(selected.size === shown.length ? [] : shown.map(({ id }) => id))}
            />
          )}
          {selected.size > 0 && (
            <BulkBar
              chosen={[...selected]}
              columns={columnNames}
              mayUpdate={object.can.update}
              onReassign={() => start('reassign')}
              onNextStep={() => start('next')}
              onClear={choose.clear}
            />
          )}
        </section>
        {openId && (
          <LeadPanel
            key={openId}
            id={openId}
            position={
              at >= 0
                ? {
                    at: at + 1,
                    total: count ? `${count.value.toLocaleString('en')}${count.capped ? '+' : ''}` : String(shown.length),
                  }
                : null
            }
            onMove={move}
            onClose={() => open(undefined)}
            onLog={startOne('log')}
            onReassign={startOne('reassign')}
            onReschedule={startOne('next')}
          />
        )}
      </div>
      <LeadDialogs
        doing={doing}
        onDone={(what) => {
          setDoing(null)
          if (what === 'bulk') choose.clear()
        }}
      />
    </>
  )
}

/** Every lead one may see: in saved views, by any field, with one of them open beside the list. */
export function LeadsPage() {
  const object = useObject('lead')
  return object ? <Leads object={object} /> : <LoadFailure error={null} onRetry={() => {}} />
}
