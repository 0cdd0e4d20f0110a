import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Plus, Rows3 } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { useObject } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useCan } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { BinLink } from '../../parts/record-list/bin-link.tsx'
import { ExactCount } from '../../parts/record-list/exact-count.tsx'
import { ListActions } from '../../parts/record-list/list-actions.tsx'
import { RecordListFace } from '../../parts/record-list/record-list-face.tsx'
import { RecordListHead } from '../../parts/record-list/record-list-head.tsx'
import { recordStepper } from '../../parts/record-list/record-stepper.ts'
import { useListKeys } from '../../parts/record-list/use-list-keys.ts'
import { BulkBar } from './bulk-bar.tsx'
import { LeadDialogs, type LeadDoing } from './lead-dialogs.tsx'
import { LeadListState } from './lead-list-state.tsx'
import { LeadPanel } from './lead-panel/lead-panel.tsx'
import { useLeadBrowser } from './use-lead-browser.ts'
import './leads.css'

type What = NonNullable<LeadDoing>['what']
type LeadBrowser = ReturnType<typeof useLeadBrowser>

function LeadsBar({ list: { browser }, columnNames }: { list: LeadBrowser; columnNames: string[] }) {
  const text = useText(leadsMessages)
  const { object, query, sort } = browser
  const count = browser.list.data?.count
  return (
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
  )
}

/** By when they are due, or as one list. */
function GroupSwitch({ isGrouped, setWantsGroups }: Pick<LeadBrowser, 'isGrouped' | 'setWantsGroups'>) {
  const text = useText(leadsMessages)
  return (
    <button type="button" className="btn sm ghost" aria-pressed={isGrouped} onClick={() => setWantsGroups(!isGrouped)}>
      <Rows3 size={14} aria-hidden="true" />
      {text(isGrouped ? 'group' : 'ungrouped')}
    </button>
  )
}

/** What is begun with the leads that are ticked, else with the one that is open. */
const useLeadDoing = ({ shown, browser }: LeadBrowser) => {
  const [doing, setDoing] = useState<LeadDoing>(null)
  const { items } = browser.chosen
  const start = (what: What): void => {
    const leads = shown.filter(({ id }) => (items.size > 0 ? items.has(id) : id === browser.address.openId))
    if (leads.length > 0) setDoing({ what, leads })
  }
  const startOne =
    (what: What) =>
    (record: CrmRecord): void =>
      setDoing({ what, leads: [record] })
  const finish = (what: unknown): void => {
    setDoing(null)
    if (what === 'bulk') browser.chosen.clear()
  }
  return { doing, start, startOne, finish }
}

/** "3 of 120": the count of the list while it is known, else of what is loaded. */
const positionOf = (at: number, { browser, shown }: LeadBrowser) => {
  if (at < 0) return null
  const count = browser.list.data?.count
  return { at: at + 1, total: count ? `${count.value.toLocaleString('en')}${count.capped ? '+' : ''}` : String(shown.length) }
}

function Leads({ object }: { object: ObjectMeta }) {
  const text = useText(leadsMessages)
  const can = useCan()
  const list = useLeadBrowser(object)
  const { browser, rows, shown, columns } = list
  const { chosen, open, view } = browser
  const { openId } = browser.address
  const { doing, start, startOne, finish } = useLeadDoing(list)
  // 下一步 stands for the pair: what to do, and when.
  const columnNames = columns.flatMap(({ name }) => (name === 'nextAction' ? ['nextAction', 'nextAt'] : [name]))
  const { at, move } = recordStepper(shown, openId, open)
  useListKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => openId && chosen.toggle(openId),
    e: () => start('log'),
    a: () => can('assign') && start('reassign'),
    Escape: () => (openId ? open(undefined) : chosen.clear()),
  })
  return (
    <>
      <LeadsBar list={list} columnNames={columnNames} />
      <div className={`leads${openId ? ' with-panel' : ''}`}>
        <section className="lead-list" aria-label={text('title')}>
          <RecordListHead browser={browser} columns={columns} searchHint={text('search')}>
            {view.shown.kind === 'list' && <GroupSwitch {...list} />}
          </RecordListHead>
          <RecordListFace
            browser={browser}
            rows={rows}
            columns={columns}
            empty={<LeadListState isAsked={browser.isAsked} onClear={browser.clear} />}
            onSort={list.sortBy}
            collapsed={list.collapsed}
            onCollapse={list.fold}
          />
          {chosen.items.size > 0 && (
            <BulkBar
              chosen={[...chosen.items]}
              columns={columnNames}
              mayUpdate={object.can.update}
              onReassign={() => start('reassign')}
              onNextStep={() => start('next')}
              onClear={chosen.clear}
            />
          )}
        </section>
        {openId && (
          <LeadPanel
            key={openId}
            id={openId}
            position={positionOf(at, list)}
            onMove={move}
            onClose={() => open(undefined)}
            onLog={startOne('log')}
            onReassign={startOne('reassign')}
            onReschedule={startOne('next')}
          />
        )}
      </div>
      <LeadDialogs doing={doing} onDone={finish} />
    </>
  )
}

/** Every lead one may see: in saved views, by any field, with one of them open beside the list. */
export function LeadsPage() {
  const object = useObject('lead')
  return object ? <Leads object={object} /> : <LoadFailure error={null} onRetry={() => {}} />
}
