import { Fragment } from 'react'
import { CornerDownRight } from 'lucide-react'
import type { BoardRange, CampusBoard, FunnelStep } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'
import { stepRates, type StepRate } from './funnel-rates.ts'

const stepKeys: Record<string, keyof typeof boardMessages> = {
  new: 'stepNew',
  contacted: 'stepContacted',
  'trial-booked': 'stepBooked',
  visited: 'stepVisited',
  enrolled: 'stepEnrolled',
}
/** Whose threshold judges the way to a step. */
const thresholdNames: Record<string, string> = { visited: 'visitRate' }

function Conversion({ rate, threshold }: { rate: StepRate; threshold: number | null }) {
  const text = useText(boardMessages)
  const isBelow = threshold !== null && rate.rate !== null && rate.rate < threshold
  return (
    <li className={`conversion${rate.fellMost || isBelow ? ' bad' : ''}`}>
      <span />
      <span className="row g8">
        <CornerDownRight size={12} aria-hidden="true" />
        <span className={rate.fellMost ? 'b' : ''}>{rate.rate === null ? '—' : `${rate.rate}%`}</span>
        {rate.change !== null && rate.change !== 0 && (
          <span className={rate.change > 0 ? 'ok' : 'err'}>{`${rate.change > 0 ? '+' : '−'}${Math.abs(rate.change)}`}</span>
        )}
        {(rate.fellMost || isBelow) && (
          <span className="chip warn">
            {!isBelow
              ? text('fellMost')
              : rate.fellMost
                ? text('belowFellMost', { n: threshold })
                : `${text('below')} ${threshold}%`}
          </span>
        )}
      </span>
    </li>
  )
}

function Reasons({ missed }: { missed: CampusBoard['missed'] }) {
  const text = useText(boardMessages)
  const greatest = Math.max(1, ...missed.reasons.map(({ count }) => count))
  return (
    <>
      <h3 className="funnel-sub">{text('missed', { n: missed.total })}</h3>
      <ul className="reasons">
        {missed.reasons.slice(0, 6).map((reason) => {
          const label = reason.outcome === '' ? text('noReason') : reason.label
          return (
            <li key={reason.outcome}>
              <RecordsAnchor query={reason.query} about={label} className="ell">
                {label}
              </RecordsAnchor>
              <span className="bar">
                <i style={{ width: `${(reason.count / greatest) * 100}%` }} />
              </span>
              <span className="r t2">{text('people', { n: reason.count })}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

export function FunnelCard({ board, range }: { board: CampusBoard; range: BoardRange }) {
  const text = useText(boardMessages)
  const steps = board.funnel
  const [first, last] = [steps[0]?.count ?? 0, steps.at(-1)?.count ?? 0]
  const rates = stepRates(steps)
  const label = (step: FunnelStep): string => {
    const key = stepKeys[step.stage]
    return key ? text(key) : step.label
  }
  const thresholdOf = (stage: string): number | null =>
    board.figures.find(({ name }) => name === thresholdNames[stage])?.threshold ?? null
  return (
    <section className="card funnel-card" aria-label={text('funnel')}>
      <header>
        <h2>{text('funnel')}</h2>
        <span className="count ell">{text('funnelNote', { range: text(range) })}</span>
        <span className="sp" />
        <span className="t2 f12 nw">
          {text('overall')} <b className="funnel-overall">{first === 0 ? '—' : `${((last / first) * 100).toFixed(1)}%`}</b>
        </span>
      </header>
      <ol className="funnel">
        {steps.map((step, index) => (
          <Fragment key={step.stage}>
            {index > 0 && rates[index - 1] && <Conversion rate={rates[index - 1]!} threshold={thresholdOf(step.stage)} />}
            <li>
              <RecordsAnchor query={step.query} about={`${text(range)} · ${label(step)}`} className="funnel-step">
                <span className="t2">{label(step)}</span>
                <span className="bar">
                  <i style={{ width: `${first === 0 ? 0 : (step.count / first) * 100}%` }} />
                </span>
                <span className="r b">{step.count.toLocaleString('en')}</span>
              </RecordsAnchor>
            </li>
          </Fragment>
        ))}
      </ol>
      {board.missed.total > 0 && <Reasons missed={board.missed} />}
    </section>
  )
}
