import { Link } from '@tanstack/react-router'
import { Bell, Plus, UserRound } from 'lucide-react'
import { useObject } from '../../data/meta.ts'
import { useNotices } from '../../data/notices.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOfItem } from './menu-entries.ts'
import { useHome, useNav, type NavEntry } from './use-nav.ts'

const current = { 'aria-current': 'page' as const }

/** The two places that come first for this person: where they begin, then the records of their menu, else its next page. */
const useFirstPlaces = (): NavEntry[] => {
  const home = useHome()
  const others = useNav()
    .flatMap(({ entries }) => entries)
    .filter(({ to }) => to !== home?.to && to !== '/inbox')
  return [home, others.find(({ item }) => item.kind === 'object') ?? others[0]].flatMap((entry) => entry ?? [])
}

function PlaceLink({ entry }: { entry: NavEntry }) {
  return (
    <Link to={entry.to} search={(entry.search ?? {}) as object} activeProps={current}>
      <entry.icon size={24} strokeWidth={1.75} aria-hidden="true" />
      <span className="ell">{entry.title}</span>
    </Link>
  )
}

/** The phone's five places, within reach of a thumb. */
export function BottomBar() {
  const text = useText(shellMessages)
  const { data } = useNotices()
  const places = useFirstPlaces()
  const mayAddLead = useObject('lead')?.can.create === true
  const unread = data?.unread ?? 0
  return (
    <nav className="bottom-bar" aria-label={text('bottomNav')}>
      {places.map((entry) => (
        <PlaceLink key={keyOfItem(entry.item)} entry={entry} />
      ))}
      {mayAddLead && (
        <Link to="/leads/new" className="bottom-plus" aria-label={text('newLead')}>
          <Plus size={24} />
        </Link>
      )}
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
