import { TriangleAlert } from 'lucide-react'
import type { CampusBoard } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { durationText } from '../../i18n/zoned-time.ts'
import { useAnomalyTitle } from '../board/anomaly-item.tsx'
import { shortCampus } from '../board/short-campus.ts'

/** What is wrong, then who waits: the two lists a campus looks up to. */
export function ScreenSide({ board }: { board: CampusBoard }) {
  const text = useText(boardMessages)
  const locale = useLocale()
  const title = useAnomalyTitle()
  const { overdue, anomalies } = board
  return (
    <div className="screen-side">
      <section aria-label={text('anomalies')}>
        <h2>
          {text('anomalies')}
          <span>{anomalies.length}</span>
        </h2>
        {anomalies.length === 0 && <p className="t3">{text('noAnomalies')}</p>}
        <ul>
          {anomalies.slice(0, 3).map((anomaly) => (
            <li key={`${anomaly.kind} ${anomaly.campusId}`} className="screen-anomaly">
              <TriangleAlert aria-hidden="true" />
              <span>{title(anomaly)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="screen-overdue" aria-label={text('overdue')}>
        <h2>
          {text('overdue')}
          <span>{text('overdueCount', { n: overdue.count, people: overdue.consultants })}</span>
        </h2>
        {overdue.count === 0 && <p className="t3">{text('noOverdue')}</p>}
        <ul>
          {overdue.items.slice(0, 12).map((item) => (
            <li key={item.leadId}>
              <b>{item.ownerName}</b>
              <span className="t2">{shortCampus(item.campusName)}</span>
              <span className="t2">{item.action}</span>
              <b className="err">{text('overdueFor', { time: durationText(item.overdueMinutes * 60_000, locale) })}</b>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
