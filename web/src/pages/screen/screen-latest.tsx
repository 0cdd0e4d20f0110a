import { useLatestLeads } from '../../data/board.ts'
import { fieldOf, optionsOf, useObject } from '../../data/meta.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { screenMessages } from '../../i18n/messages/screen-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { useNowBySecond } from '../../parts/use-now.ts'
import { shortCampus } from '../board/short-campus.ts'

const shown = 6

/** What just came in: where, from what, for what. No names: screens hang where visitors wait. */
export function ScreenLatest() {
  const text = useText(screenMessages)
  const words = useText(boardMessages)
  const label = useLabel()
  const now = useNowBySecond()
  const object = useObject('lead')
  const leads = useLatestLeads(shown).data ?? []
  const nameOf = (field: string, id: string | null): string => {
    const option = optionsOf(fieldOf(object, field)).find((one) => one.id === id)
    return option ? label(option.label) : ''
  }
  const ago = (at: string): string => {
    const seconds = Math.max(1, Math.round((now - Date.parse(at)) / 1_000))
    if (seconds < 60) return text('secondsAgo', { n: seconds })
    return seconds < 3_600
      ? text('minutesAgo', { n: Math.floor(seconds / 60) })
      : text('hoursAgo', { n: Math.floor(seconds / 3_600) })
  }
  return (
    <footer className="screen-latest" aria-label={text('latest')}>
      <h2>{text('latest')}</h2>
      {leads.length === 0 ? (
        <p className="t3">{text('noLatest')}</p>
      ) : (
        <ol>
          {leads.map((lead) => (
            <li key={lead.id} className={now - Date.parse(lead.createdAt) < 10_000 ? 'new' : ''}>
              <b>{shortCampus(lead.campusName) || words('noCampus')}</b>
              <span>{[nameOf('source', lead.source), nameOf('subject', lead.subject)].filter(Boolean).join(' · ')}</span>
              <span className="t3">{ago(lead.createdAt)}</span>
            </li>
          ))}
        </ol>
      )}
    </footer>
  )
}
