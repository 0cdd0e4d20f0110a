import { todayGroups, type Today } from '../../data/today.ts'
import { todayMessages } from '../../i18n/messages/today-messages.ts'
import { useText } from '../../i18n/use-text.ts'

/** Four figures; each leads to its list. */
export function TodaySummary({ counts }: { counts: Today['counts'] }) {
  const text = useText(todayMessages)
  return (
    <nav className="today-summary" aria-label={text('title')}>
      {todayGroups.map((group) => (
        <a key={group} href={`#${group}`}>
          <b className={group === 'overdue' && counts.overdue > 0 ? 'err' : ''}>{counts[group]}</b>
          {text(group)}
        </a>
      ))}
    </nav>
  )
}
