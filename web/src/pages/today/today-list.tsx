import { Link } from '@tanstack/react-router'
import { PenLine, Phone } from 'lucide-react'
import type { TodayGroup, TodayItem } from '../../data/today.ts'
import { useMe } from '../../data/session.ts'
import { todayMessages } from '../../i18n/messages/today-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { dueText } from '../../i18n/zoned-time.ts'
import { useNow } from '../../parts/use-now.ts'
import { DialLink } from './dial-link.tsx'

function Line({ item, onLog }: { item: TodayItem; onLog(): void }) {
  const text = useText(todayMessages)
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const due = item.dueAt ? dueText(item.dueAt, now, { timeZone: workspace.timeZone, locale }) : null
  return (
    <li>
      <div className="sp">
        <div className="line-1">
          <Link className="b" to="/leads" search={{ open: item.leadId }}>
            {item.name}
          </Link>
          <span className="t3 f13 ell">{[item.subject ?? item.grade, item.campusName].filter(Boolean)[0]}</span>
        </div>
        <div className="line-2">
          {due && <span className={`b ${due.tone}`}>{due.text}</span>}
          <span className="ell">{item.action || text('noAction')}</span>
        </div>
      </div>
      <DialLink item={item} className="round" label={text('callPerson', { name: item.name })} onDial={onLog}>
        <Phone size={20} strokeWidth={1.75} aria-hidden="true" />
      </DialLink>
      <button type="button" className="round" aria-label={text('logFor', { name: item.name })} onClick={onLog}>
        <PenLine size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </li>
  )
}

export function TodayList({
  group,
  items,
  count,
  onLog,
}: {
  group: TodayGroup
  items: TodayItem[]
  count: number
  onLog(item: TodayItem): void
}) {
  const text = useText(todayMessages)
  if (items.length === 0) return null
  return (
    <section id={group} aria-labelledby={`${group}-title`}>
      <h2 id={`${group}-title`} className={`today-section${group === 'overdue' ? ' err' : ''}`}>
        {text(group)}
        <span className="count">{count}</span>
      </h2>
      <ul className="today-list">
        {items.map((item) => (
          <Line key={item.taskId ?? item.leadId} item={item} onLog={() => onLog(item)} />
        ))}
      </ul>
    </section>
  )
}
