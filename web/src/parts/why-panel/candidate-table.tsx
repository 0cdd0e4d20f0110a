import { useState } from 'react'
import type { AssignmentExplanation } from '@jieli/core'
import { whyMessages } from '../../i18n/messages/why-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { PersonName } from '../avatar.tsx'

export type CandidateShown = AssignmentExplanation['rules'][number]['candidates'][number]

const shownAtFirst = 6
const reasonKeys = {
  'off-shift': 'offShift',
  'on-leave': 'onLeave',
  'holding-cap': 'holdingCap',
  'daily-cap': 'dailyCap',
  'not-accepted-by-strategy': 'notAccepted',
} as const

/** Why somebody could not take it, in a word; '' for those who could. */
export const useLossText = (): ((candidate: CandidateShown) => string) => {
  const text = useText(whyMessages)
  return ({ reason }) => (reason in reasonKeys ? text(reasonKeys[reason as keyof typeof reasonKeys]) : '')
}

/** Winners and losers alike, the losers with their reason. */
export function CandidateTable({ candidates }: { candidates: CandidateShown[] }) {
  const text = useText(whyMessages)
  const label = useLabel()
  const lossText = useLossText()
  const [showsAll, setShowsAll] = useState(false)
  const figure = candidates.find(({ figures }) => figures.length > 0)?.figures[0]?.label
  const sorted = candidates.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
  const shown = showsAll ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <div className="why-scroll">
      <table className="candidates">
        <thead>
          <tr>
            <th scope="col">{text('candidate')}</th>
            {figure && (
              <th scope="col" className="r">
                {label(figure)}
              </th>
            )}
            <th scope="col" className="r">
              {text('inHand')}
            </th>
            <th scope="col">{text('availability')}</th>
            <th scope="col" className="r">
              {text('rank')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((candidate) => (
            <tr key={candidate.userId} className={candidate.reason === 'won' ? 'win' : candidate.eligible ? '' : 'out'}>
              <td>
                <PersonName name={candidate.name} />
              </td>
              {figure && <td className="r">{candidate.figures[0]?.value ?? '—'}</td>}
              <td className={`r${candidate.reason === 'holding-cap' ? ' warn' : ''}`}>
                {candidate.holding}
                {candidate.holdingCap !== null && ` / ${candidate.holdingCap}`}
              </td>
              <td className={candidate.eligible ? '' : 'warn'}>{lossText(candidate) || text('onShift')}</td>
              <td className="r">{candidate.rank ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {candidates.length > shownAtFirst && (
        <button type="button" className="link f12" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? text('fewer') : text('more', { n: candidates.length - shownAtFirst })}
        </button>
      )}
    </div>
  )
}
