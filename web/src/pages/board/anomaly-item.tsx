import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronUp, Lightbulb, TriangleAlert } from 'lucide-react'
import type { BoardAnomaly, CampusBoard, LowVisitRate, SlowResponse } from '../../data/board.ts'
import { useCan, useMe } from '../../data/session.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { clockOf } from '../../i18n/zoned-time.ts'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'
import { AnomalyBars } from './anomaly-bars.tsx'
import { DayPartTable, slowestPart } from './day-part-table.tsx'

export const useAnomalyTitle = (): ((anomaly: BoardAnomaly) => string) => {
  const text = useText(boardMessages)
  return ({ kind, campusName, figure }) =>
    text(kind === 'slow-response' ? 'slowTitle' : 'visitTitle', {
      campus: campusName,
      n: figure.value,
      limit: figure.threshold,
    })
}

function Advice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="advice">
      <Lightbulb size={14} className="t3" aria-hidden="true" />
      <span className="f13 sp">{children}</span>
      {action}
    </div>
  )
}

function SlowWhy({ anomaly, usual }: { anomaly: SlowResponse; usual: number }) {
  const text = useText(boardMessages)
  const can = useCan()
  const worst = slowestPart(anomaly.table)
  const part = worst ? text('dayPart', { from: worst.from, to: worst.to }) : ''
  return (
    <>
      <div className="why-grid">
        <AnomalyBars anomaly={anomaly} usual={usual} />
        <DayPartTable parts={anomaly.table} />
      </div>
      {worst && (
        <Advice
          action={
            can('configure') && (
              <Link to={'/rules'} className="btn sm">
                {text('seeRules')}
              </Link>
            )
          }
        >
          {worst.consultants === 0
            ? text('adviceNobody', { part, n: worst.leads })
            : text('adviceSlow', { part, n: worst.leads, people: worst.consultants })}
        </Advice>
      )}
    </>
  )
}

function VisitWhy({ anomaly }: { anomaly: LowVisitRate }) {
  const text = useText(boardMessages)
  const { booked, missed } = anomaly.figure
  const bars = [
    { key: 'booked', count: booked, isBad: false },
    { key: 'came', count: booked - missed, isBad: false },
    { key: 'didNotCome', count: missed, isBad: true },
  ] as const
  return (
    <>
      <ul className="visit-bars">
        {bars.map(({ key, count, isBad }) => (
          <li key={key}>
            <span className={isBad ? 'b' : ''}>{text(key)}</span>
            <span className="bar">
              <i className={isBad ? 'warn-fill' : ''} style={{ width: `${(count / booked) * 100}%` }} />
            </span>
            <span className={`r${isBad ? ' b' : ''}`}>{text('people', { n: count })}</span>
          </li>
        ))}
      </ul>
      <Advice>{text('adviceVisits', { n: missed })}</Advice>
    </>
  )
}

interface AnomalyItemProps {
  anomaly: BoardAnomaly
  board: CampusBoard
  isOpen: boolean
  onToggle(): void
}

/** The conclusion; then, on asking why, the evidence, what can be done, and what the figure rests on. */
export function AnomalyItem({ anomaly, board, isOpen, onToggle }: AnomalyItemProps) {
  const text = useText(boardMessages)
  const { workspace } = useMe()
  const title = useAnomalyTitle()(anomaly)
  const usual = board.figures.find(({ name }) => name === 'firstResponse')?.threshold ?? anomaly.figure.threshold
  const { visible, all } = board.campuses
  return (
    <article className="anomaly">
      <div className="row g8">
        <span className="chip warn">
          <TriangleAlert size={12} aria-hidden="true" />
          {anomaly.kind === 'slow-response' ? text('daysRunning', { n: anomaly.figure.days }) : text('appeared')}
        </span>
        <h3 className="ell">{title}</h3>
        {anomaly.kind === 'low-visit-rate' && (
          <span className="count nw">
            {text('visitNote', { booked: anomaly.figure.booked, missed: anomaly.figure.missed })}
          </span>
        )}
        <span className="sp" />
        <button type="button" className="link f13" aria-expanded={isOpen} onClick={onToggle}>
          {text('why')}
          {isOpen ? <ChevronUp size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
        </button>
      </div>
      {isOpen && (
        <>
          {anomaly.kind === 'slow-response' ? <SlowWhy anomaly={anomaly} usual={usual} /> : <VisitWhy anomaly={anomaly} />}
          <div className="anomaly-foot">
            <RecordsAnchor query={anomaly.query} about={title} className="link">
              {text('openLeads', { n: anomaly.leads })}
            </RecordsAnchor>
            <span>{text('asOf', { at: clockOf(board.asOf, workspace.timeZone) })}</span>
            <span>{text(anomaly.kind === 'slow-response' ? 'slowFormula' : 'visitFormula')}</span>
            <span className="sp" />
            <span>{text(visible === all ? 'visibleAll' : 'visibleSome', { n: visible })}</span>
          </div>
        </>
      )}
    </article>
  )
}
