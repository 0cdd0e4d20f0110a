import { useLatestLeads } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useNowBySecond } from '../../parts/use-now.ts'
import { shortCampus } from './short-campus.ts'

/** 3秒前有新线索进入文三: proof that what is on screen is now. */
export function LatestLeadNote() {
  const text = useText(boardMessages)
  const now = useNowBySecond()
  const latest = useLatestLeads(1).data?.[0]
  if (!latest) return null
  const seconds = Math.max(1, Math.round((now - Date.parse(latest.createdAt)) / 1_000))
  const campus = shortCampus(latest.campusName) || text('noCampus')
  if (seconds >= 86_400) return null
  return (
    <span className="t2 f12 nw latest-note" aria-live="off">
      {seconds < 60
        ? text('latestSeconds', { n: seconds, campus })
        : seconds < 3_600
          ? text('latestMinutes', { n: Math.floor(seconds / 60), campus })
          : text('latestHours', { n: Math.floor(seconds / 3_600), campus })}
    </span>
  )
}
