import type { BoardRange, CampusBoard } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'
import { leadsOfSource } from './board-conditions.ts'

/** Where leads come from, and how many of them enrolled: volume alone flatters the loud sources. */
export function SourceCard({
  board,
  range,
  campusId,
}: {
  board: CampusBoard
  range: BoardRange
  campusId: string | undefined
}) {
  const text = useText(boardMessages)
  const greatest = Math.max(1, ...board.bySource.map(({ count }) => count))
  return (
    <section className="card source-card" aria-label={text('bySource')}>
      <header>
        <h2>{text('bySource')}</h2>
        <span className="count">{text('heatCount', { range: text(range), n: board.leadCount.toLocaleString('en') })}</span>
        <span className="sp" />
        <span className="t3 f12 nw source-heads">
          <span>{text('leads')}</span>
          <span>{text('enrolled')}</span>
        </span>
      </header>
      <ul className="sources">
        {board.bySource.map((one) => {
          const label = one.source === '' ? text('noSource') : one.label
          return (
            <li key={one.source}>
              <RecordsAnchor
                query={leadsOfSource(board.range, campusId, one.source)}
                about={`${label} · ${text(range)}`}
                className="source-row"
              >
                <span className="ell t2">{label}</span>
                <span className="bar">
                  <i style={{ width: `${(one.count / greatest) * 100}%` }} />
                </span>
                <span className="r b">{one.count}</span>
                <span className="r t2">{one.enrolled}</span>
              </RecordsAnchor>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
