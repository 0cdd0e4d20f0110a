import { useState } from 'react'
import { CircleCheck, SlidersHorizontal } from 'lucide-react'
import type { CampusBoard } from '../../data/board.ts'
import { useCan } from '../../data/session.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { AnomalyItem } from './anomaly-item.tsx'
import { ThresholdsDialog } from './thresholds-dialog.tsx'

const shownAtFirst = 4

/** What is abnormal and why, before any other chart. The gravest stands open. */
export function AnomalyCard({ board }: { board: CampusBoard }) {
  const text = useText(boardMessages)
  const { anomalies } = board
  const keyOf = (index: number): string => `${anomalies[index]?.kind} ${anomalies[index]?.campusId}`
  const [chosen, setChosen] = useState<string | null>()
  const [showsAll, setShowsAll] = useState(false)
  const can = useCan()
  const [isSetting, setSetting] = useState(false)
  const open = chosen === undefined ? keyOf(0) : chosen
  const shown = showsAll ? anomalies : anomalies.slice(0, shownAtFirst)
  return (
    <section className="card anomalies" aria-label={text('anomalies')}>
      <header>
        <h2>{text('anomalies')}</h2>
        {anomalies.length > 0 && <span className="count">{text('anomalyCount', { n: anomalies.length })}</span>}
        {can('configure') && (
          <button type="button" className="btn sm ghost thresholds-open" onClick={() => setSetting(true)}>
            <SlidersHorizontal size={14} aria-hidden="true" />
            {text('thresholds')}
          </button>
        )}
      </header>
      {anomalies.length === 0 ? (
        <div className="all-well">
          <CircleCheck size={16} className="ok" aria-hidden="true" />
          <div>
            <div className="b">{text('noAnomalies')}</div>
            <p className="t3 f13">{text('noAnomaliesHint')}</p>
          </div>
        </div>
      ) : (
        shown.map((anomaly, index) => (
          <AnomalyItem
            key={keyOf(index)}
            anomaly={anomaly}
            board={board}
            isOpen={open === keyOf(index)}
            onToggle={() => setChosen(open === keyOf(index) ? null : keyOf(index))}
          />
        ))
      )}
      {anomalies.length > shownAtFirst && (
        <button type="button" className="link f13 card-more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? text('showFewer') : text('moreAnomalies', { n: anomalies.length - shownAtFirst })}
        </button>
      )}
      {isSetting && <ThresholdsDialog onClose={() => setSetting(false)} />}
    </section>
  )
}
