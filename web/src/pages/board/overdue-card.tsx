import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { ArrowRight, BellRing, Check, CircleCheck } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import type { CampusBoard, OverdueItem } from '../../data/board.ts'
import { useNudge } from '../../data/leads.ts'
import { findRecords } from '../../data/records.ts'
import { useCan } from '../../data/session.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { durationText } from '../../i18n/zoned-time.ts'
import { PersonName } from '../../parts/avatar.tsx'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { ReassignDialog } from '../leads/reassign-dialog.tsx'
import { shortCampus } from './short-campus.ts'

const mostNudged = 1_000

const asRecord = ({ leadId, name, ownerId }: OverdueItem): CrmRecord => ({
  id: leadId,
  rev: 0,
  values: { name, owner: ownerId },
})

function OverdueRow({ item, onNudge, onReassign }: { item: OverdueItem; onNudge(): void; onReassign(): void }) {
  const text = useText(boardMessages)
  const locale = useLocale()
  const can = useCan()
  return (
    <li className="overdue-row">
      <div className="sp">
        <div className="row g8">
          <Link to={'/leads/$leadId'} params={{ leadId: item.leadId }} className="b ell">
            {item.name}
          </Link>
          <span className="t3 f12">{item.phone}</span>
        </div>
        <div className="row g6 f12 t3">
          <span className="err b nw">{text('overdueFor', { time: durationText(item.overdueMinutes * 60_000, locale) })}</span>
          <span className="ell">{item.action}</span>
          <span className="nw">{shortCampus(item.campusName)}</span>
        </div>
      </div>
      <span className="overdue-owner">
        <PersonName name={item.ownerName} />
      </span>
      <div className="row g4 overdue-acts">
        {item.nudged ? (
          <span className="row g4 f12 ok nudged">
            <Check size={12} aria-hidden="true" />
            {text('nudged')}
          </span>
        ) : (
          <button type="button" className="btn xs" onClick={onNudge}>
            {text('nudge')}
          </button>
        )}
        {can('assign') && (
          <button type="button" className="btn xs" onClick={onReassign}>
            {text('reassign')}
          </button>
        )}
      </div>
    </li>
  )
}

/** Who was left waiting longest, and the two things a manager can do about it at once. */
export function OverdueCard({ overdue }: { overdue: CampusBoard['overdue'] }) {
  const text = useText(boardMessages)
  const nudge = useNudge()
  const [reassigning, setReassigning] = useState<OverdueItem | null>(null)
  const shown = overdue.items.slice(0, 5)
  const send = (leadIds: string[]): void =>
    nudge.mutate(leadIds, {
      onError: showFailure,
      onSuccess: ({ nudged }) =>
        showToast({ tone: 'ok', text: nudged > 0 ? text('nudgeDone', { n: nudged }) : text('nudgeNone') }),
    })
  const sendAll = async (): Promise<void> => {
    const { where } = overdue.query
    const page = await findRecords('lead', { select: ['name'], limit: mostNudged, ...(where ? { where } : {}) })
    send(page.records.map(({ id }) => id))
  }
  return (
    <section className="card overdue" aria-label={text('overdue')}>
      <header>
        <h2>{text('overdue')}</h2>
        {overdue.count > 0 && (
          <>
            <span className="count ell">{text('overdueCount', { n: overdue.count, people: overdue.consultants })}</span>
            <span className="sp" />
            <button
              type="button"
              className="btn sm"
              disabled={nudge.isPending}
              onClick={() => void sendAll().catch(showFailure)}
            >
              <BellRing size={14} aria-hidden="true" />
              {text('nudgeAll')}
            </button>
          </>
        )}
      </header>
      {overdue.count === 0 ? (
        <div className="all-well">
          <CircleCheck size={16} className="ok" aria-hidden="true" />
          <div>
            <div className="b">{text('noOverdue')}</div>
            <p className="t3 f13">{text('noOverdueHint')}</p>
          </div>
        </div>
      ) : (
        <>
          <ul>
            {shown.map((item) => (
              <OverdueRow
                key={item.leadId}
                item={item}
                onNudge={() => send([item.leadId])}
                onReassign={() => setReassigning(item)}
              />
            ))}
          </ul>
          <div className="card-foot">
            <RecordsAnchor query={overdue.query} about={text('overdue')} className="link">
              {text('seeAllOverdue', { n: overdue.count })}
              <ArrowRight size={14} aria-hidden="true" />
            </RecordsAnchor>
            <span className="t3 f12">{text('overdueRule')}</span>
          </div>
        </>
      )}
      {reassigning && <ReassignDialog leads={[asRecord(reassigning)]} onClose={() => setReassigning(null)} />}
    </section>
  )
}
