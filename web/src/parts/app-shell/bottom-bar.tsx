import { Link } from '@tanstack/react-router'
import { Bell, Inbox, Plus, Sun, UserRound } from 'lucide-react'
import { useNotices } from '../../data/notices.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'

const current = { 'aria-current': 'page' as const }

/** The phone's five places, within reach of a thumb. */
export function BottomBar() {
  const text = useText(shellMessages)
  const { data } = useNotices()
  const unread = data?.unread ?? 0
  return (
    <nav className="bottom-bar" aria-label={text('bottomNav')}>
      <Link to="/today" activeProps={current}>
        <Sun size={24} strokeWidth={1.75} aria-hidden="true" />
        <span>{text('today')}</span>
      </Link>
      <Link to="/leads" activeProps={current}>
        <Inbox size={24} strokeWidth={1.75} aria-hidden="true" />
        <span>{text('leads')}</span>
      </Link>
      <Link to="/leads/new" className="bottom-plus" aria-label={text('newLead')}>
        <Plus size={24} />
      </Link>
      <Link to="/inbox" activeProps={current}>
        <Bell size={24} strokeWidth={1.75} aria-hidden="true" />
        <span>{text('inbox')}</span>
        {unread > 0 && <i className="badge">{unread > 99 ? '99+' : unread}</i>}
      </Link>
      <Link to="/me" activeProps={current}>
        <UserRound size={24} strokeWidth={1.75} aria-hidden="true" />
        <span>{text('me')}</span>
      </Link>
    </nav>
  )
}
