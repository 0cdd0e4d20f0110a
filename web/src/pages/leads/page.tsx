import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { Inbox, ListFilter, Plus } from 'lucide-react'
import type { CrmRecord, View } from '@jieli/core'
import { fieldOf, useMeta, useObject } from '../../data/meta.ts'
import { useRecordList } from '../../data/records.ts'
import { useMe } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { FollowUpSheet } from '../../parts/follow-up-sheet/follow-up-sheet.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useNow } from '../../parts/use-now.ts'
import { conditionInAddress } from '../../parts/records-link.ts'
import { BehindChip } from './behind-chip.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LeadCards } from './lead-cards.tsx'
import { columnsOf } from './lead-columns.ts'
import { conditionOf, type LeadFilter } from './lead-filters.ts'
import { LeadPanel } from './lead-panel/lead-panel.tsx'
import { groupRows, plainRows } from './lead-rows.ts'
import { LeadTable } from './lead-table.tsx'
import { NextStepDialog } from './next-step-dialog.tsx'
import { ReassignDialog } from './reassign-dialog.tsx'
import { useListKeys, type ListKeys } from './use-list-keys.ts'
import { ViewTabs } from './view-tabs.tsx'
import './leads.css'

type Doing = { what: 'log' | 'reassign' | 'next'; leads: CrmRecord[] } | null
const without = <T,>(set: ReadonlySet<T>, item: T): Set<T> => new Set([...set].filter((one) => one !== item))
const toggled = <T,>(set: ReadonlySet<T>, item: T): Set<T> => (set.has(item) ? without(set, item) : new Set([...set, item]))

/** What the address says: which view, which lead is open, which records behind a figure. */
const useLeadsAddress = () => {
  const search = useSearch({ strict: false }) as { view?: string; open?: string; where?: unknown; about?: string }
  const hash = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  const behind = useMemo(() => conditionInAddress({ where: search.where }, hash), [search.where, hash])
  const set = useCallback(
    (next: { view?: string | undefined; open?: string | undefined }) =>
      void navigate({ to: '/leads', search: ((before: object) => ({ ...before, ...next })) as never, hash: true, replace: true }),
    [navigate],
  )
  const forget = useCallback(
    () =>
      void navigate({
        to: '/leads',
        search: ((before: object) => ({ ...before, where: undefined, about: undefined })) as never,
        replace: true,
      }),
    [navigate],
  )
  return { viewId: search.view, openId: search.open ?? null, behind, about: search.about, set, forget }
}

const sortOf = (view: View | undefined, isGrouped: boolean): View['sort'] =>
  isGrouped ? [{ field: 'nextAt', direction: 'asc' }] : (view?.sort ?? [])

export function LeadsPage() {
  const text = useText(leadsMessages)
  const object = useObject('lead')
  const meta = useMeta()
  const now = useNow()
  const isPhone = useIsPhone()
  const {
    workspace: { timeZone },
  } = useMe()
  const { viewId, openId, behind, about, set, forget } = useLeadsAddress()
  const views = meta.views.filter((one) => one.object === 'lead' && one.kind === 'list').toSorted((a, b) => a.order - b.order)
  const view = views.find(({ id }) => id === viewId) ?? (viewId === 'all' ? undefined : views[0])
  const canGroup = fieldOf(object, 'nextAt') !== undefined
  const [isGrouped, setGrouped] = useState(true)
  const [filters, setFilters] = useState<LeadFilter[]>([])
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search.trim())
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [collapsed, setCollapsed] = useState<ReadonlySet<DueGroup>>(new Set())
  const [doing, setDoing] = useState<Doing>(null)
  const where = conditionOf(view, filters, behind)
  const list = useRecordList('lead', {
    limit: 100,
    count: 'capped',
    sort: sortOf(view, isGrouped && canGroup),
    ...(where ? { where } : {}),
    ...(asked ? { search: asked } : {}),
  })
  const tools = useFieldTools(list.data?.refs)
  const records = list.data?.records
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const rows = useMemo(
    () =>
      !records
        ? []
        : isGrouped && canGroup
          ? groupRows(records, { now, timeZone, collapsed, hasMore: hasNextPage })
          : plainRows(records),
    [records, isGrouped, canGroup, now, timeZone, collapsed, hasNextPage],
  )
  const shown = useMemo(() => rows.flatMap((row) => (row.kind === 'lead' ? [row.record] : [])), [rows])
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const at = shown.findIndex(({ id }) => id === openId)
  const open = (id: string | undefined): void => set({ open: id })
  const move = (step: 1 | -1): void => open(shown[Math.max(0, Math.min(shown.length - 1, at + step))]?.id)
  const chosen = (): CrmRecord[] =>
    selected.size > 0 ? shown.filter(({ id }) => selected.has(id)) : shown.filter(({ id }) => id === openId)
  const start = (what: NonNullable<Doing>['what']): void => {
    const leads = chosen()
    if (leads.length > 0) setDoing({ what, leads })
  }
  const keys: ListKeys = {
    j: () => move(1),
    k: () => move(-1),
    x: () => openId && setSelected(toggled(selected, openId)),
    e: () => start('log'),
    a: () => start('reassign'),
    Escape: () => (openId ? open(undefined) : setSelected(new Set())),
  }
  useListKeys(keys)
  if (!object) return <LoadFailure error={null} onRetry={() => {}} />
  const count = list.data?.count
    ? `${list.data.count.value.toLocaleString('en')}${list.data.count.capped ? '+' : ''}`
    : undefined
  const hasFilter = filters.length > 0 || asked !== '' || behind !== undefined
  const subject = doing?.leads[0]
  return (
    <>
      <TopBar title={text('title')} count={count}>
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
            views={views}
            current={view}
            onChoose={(id) => {
              setSelected(new Set())
              set({ view: id ?? undefined })
            }}
          />
          <FilterBar
            object={object}
            filters={filters}
            onFilters={setFilters}
            search={search}
            onSearch={setSearch}
            isGrouped={isGrouped}
            onGrouped={setGrouped}
            tools={tools}
            {...(behind ? { behind: <BehindChip object={object} where={behind} about={about} onRemove={forget} /> } : {})}
          />
          {list.error && !records ? (
            <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
          ) : !records ? (
            <Skeleton lines={12} />
          ) : records.length === 0 ? (
            hasFilter || view?.where ? (
              <PageState icon={ListFilter} title={text('noMatchTitle')} text={text('noMatchText')}>
                {hasFilter && (
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      setFilters([])
                      setSearch('')
                      forget()
                    }}
                  >
                    {text('clearFilters')}
                  </button>
                )}
              </PageState>
            ) : (
              <PageState icon={Inbox} tone="acc" title={text('emptyTitle')} text={text('emptyText')}>
                <Link to={'/settings/forms' as '/leads'} className="btn pri">
                  {text('emptyAction')}
                </Link>
              </PageState>
            )
          ) : isPhone ? (
            <LeadCards rows={rows} object={object} tools={tools} onOpen={open} onNearEnd={loadMore} />
          ) : (
            <LeadTable
              rows={rows}
              columns={columnsOf(object, view)}
              tools={tools}
              currentId={openId}
              selected={selected}
              collapsed={collapsed}
              onOpen={open}
              onNearEnd={loadMore}
              onToggle={(id) => setSelected(toggled(selected, id))}
              onCollapse={(group) => setCollapsed(toggled(collapsed, group))}
              onToggleAll={() => setSelected(selected.size === shown.length ? new Set() : new Set(shown.map(({ id }) => id)))}
            />
          )}
          {selected.size > 0 && (
            <BulkBar
              count={selected.size}
              onReassign={() => start('reassign')}
              onNextStep={() => start('next')}
              onClear={() => setSelected(new Set())}
            />
          )}
        </section>
        {openId && (
          <LeadPanel
            key={openId}
            id={openId}
            position={at >= 0 ? { at: at + 1, total: count ?? String(shown.length) } : null}
            onMove={move}
            onClose={() => open(undefined)}
            onLog={(record) => setDoing({ what: 'log', leads: [record] })}
            onReassign={(record) => setDoing({ what: 'reassign', leads: [record] })}
            onReschedule={(record) => setDoing({ what: 'next', leads: [record] })}
          />
        )}
      </div>
      {doing?.what === 'log' && subject && (
        <FollowUpSheet
          lead={{ id: subject.id, name: String(subject.values['name'] ?? ''), about: '' }}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'reassign' && (
        <ReassignDialog
          leads={doing.leads}
          onClose={() => {
            setDoing(null)
            setSelected(new Set())
          }}
        />
      )}
      {doing?.what === 'next' && (
        <NextStepDialog
          leads={doing.leads}
          onClose={() => {
            setDoing(null)
            setSelected(new Set())
          }}
        />
      )}
    </>
  )
}
