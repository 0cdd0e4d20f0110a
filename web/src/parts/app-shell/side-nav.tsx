import { Link, useLocation } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useObject } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { useRecordCount } from '../../data/records.ts'
import { useNotices } from '../../data/notices.ts'
import { useToday } from '../../data/today.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Avatar } from '../avatar.tsx'
import { PopoverMenu } from '../dialog/popover-menu.tsx'
import { AccountMenu } from './account-menu.tsx'
import { BrandMark } from './brand-mark.tsx'
import { currentOf, keyOfItem } from './menu-entries.ts'
import { useNav } from './use-nav.ts'

interface NavCount {
  text: string
  isHot: boolean
}

/** Figures beside menu entries: what is overdue today, how many leads. Capped counts carry a plus. */
const useNavCounts = (): Record<string, NavCount | undefined> => {
  const { data: today } = useToday()
  const { data: leads } = useRecordCount(useObject('lead')?.name ?? null, {})
  const { data: notices } = useNotices()
  return {
    '/today':
      today && today.counts.overdue + today.counts.fresh > 0
        ? { text: String(today.counts.overdue + today.counts.fresh), isHot: true }
        : undefined,
    '/leads': leads ? { text: `${leads.value.toLocaleString('en')}${leads.capped ? '+' : ''}`, isHot: false } : undefined,
    '/inbox':
      notices && notices.unread > 0 ? { text: notices.unread > 99 ? '99+' : String(notices.unread), isHot: true } : undefined,
  }
}

function Count({ count }: { count: NavCount | undefined }) {
  return count && <span className={`side-count${count.isHot ? ' hot' : ''}`}>{count.text}</span>
}

export function SideNav({ onFind }: { onFind(): void }) {
  const text = useText(shellMessages)
  const { user, workspace } = useMe()
  const groups = useNav()
  const counts = useNavCounts()
  const { pathname, search } = useLocation()
  const current = currentOf(
    groups.flatMap(({ entries }) => entries),
    pathname,
    (search as { view?: string }).view,
  )
  return (
    <nav className="side" aria-label={text('mainNav')}>
      <div className="ws">
        <BrandMark />
        {workspace.name}
      </div>
      <button type="button" className="find" onClick={onFind}>
        <Search size={14} aria-hidden="true" />
        {text('find')}
        <span className="sp" />
        <kbd>⌘K</kbd>
      </button>
      {groups.map((group, index) => (
        <div key={group.title ?? index} role="group" aria-label={group.title}>
          {group.title && <div className="side-group">{group.title}</div>}
          {group.entries.map((entry) => (
            <Link
              key={keyOfItem(entry.item)}
              to={entry.to}
              search={(entry.search ?? {}) as object}
              className="side-item"
              activeOptions={{ exact: true }}
              activeProps={{}}
              aria-current={entry === current ? 'page' : undefined}
            >
              <entry.icon size={16} strokeWidth={1.75} aria-hidden="true" />
              <span className="ell">{entry.title}</span>
              <Count count={entry.search ? undefined : counts[entry.to]} />
            </Link>
          ))}
        </div>
      ))}
      <div className="side-me">
        <PopoverMenu
          label={`${user.name} ${user.departmentName ?? ''} ${text('account')}`}
          opensUp
          triggerClass="side-user"
          trigger={
            <>
              <Avatar name={user.name} size="l" />
              <span>{user.name}</span>
              <span className="t3 f12 ell">{user.departmentName}</span>
            </>
          }
        >
          {() => <AccountMenu />}
        </PopoverMenu>
      </div>
    </nav>
  )
}
