import { useState } from 'react'
import type { BoardRange, CampusBoard } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PersonName } from '../../parts/avatar.tsx'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'
import { leadsOfOwner } from './board-conditions.ts'
import { useResponseText } from './heat-tip.tsx'

const shownAtFirst = 10

export function ConsultantCard({
  board,
  range,
  campusId,
}: {
  board: CampusBoard
  range: BoardRange
  campusId: string | undefined
}) {
  const text = useText(boardMessages)
  const responseText = useResponseText()
  const [showsAll, setShowsAll] = useState(false)
  const people = board.byConsultant
  const thresholdOf = (name: string): number => board.figures.find((figure) => figure.name === name)?.threshold ?? Infinity
  const [slow, follow] = [thresholdOf('firstResponse') * 60, thresholdOf('followUp48h')]
  return (
    <section className="card consultant-card" aria-label={text('byConsultant')}>
      <header>
        <h2>{text('byConsultant')}</h2>
        <span className="count">{text('consultantNote', { n: people.length })}</span>
      </header>
      <div className="heat-scroll">
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{text('consultant')}</th>
              <th scope="col" className="r">
                {text('leads')}
              </th>
              <th scope="col" className="r">
                {text('followRate')}
              </th>
              <th scope="col" className="r">
                {text('response')}
              </th>
              <th scope="col" className="r">
                {text('enrolled')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(showsAll ? people : people.slice(0, shownAtFirst)).map((person) => (
              <tr key={person.userId}>
                <td>
                  <RecordsAnchor
                    query={leadsOfOwner(board.range, campusId, person.userId)}
                    about={`${person.name} · ${text(range)}`}
                  >
                    <PersonName name={person.name} />
                  </RecordsAnchor>
                </td>
                <td className="r">{person.leads}</td>
                <td className={`r${person.followRate !== null && person.followRate * 100 < follow ? ' warn b' : ''}`}>
                  {person.followRate === null ? '—' : `${(person.followRate * 100).toFixed(1)}%`}
                </td>
                <td className={`r${(person.medianMinutes ?? 0) > slow ? ' warn b' : ''}`}>
                  {responseText(person.medianMinutes)}
                </td>
                <td className="r">{person.enrolled}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {people.length > shownAtFirst && (
        <button type="button" className="link f13 card-more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? text('showFewer') : text('showAll', { n: people.length })}
        </button>
      )}
    </section>
  )
}
