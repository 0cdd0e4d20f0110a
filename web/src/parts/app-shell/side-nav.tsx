import { Link, useLocation } from '@tanstack/react-router'
import { Search } from 'lucide-react'
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
import { useNav } from './use-nav.ts'

/** Figures beside menu entries: what is overdue today, how many leads. Capped counts carry a plus. */
const useNavCounts = (): Record<string, { text: string; isHot: boolean } | undefined> => {
  const { data: today } = useToday()
  const { data: leads } = useRecordCount('lead', {})
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

export function SideNav({ onFind }: { onFind(): void }) {
  const text = useText(shellMessages)
  const { user, workspace } = useMe()
  const groups = useNav()
  const counts = useNavCounts()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const places = groups.flatMap(({ entries }) => entries.map(({ to }) => to))
  /** 线索 is not where one is when its 看板 has an entry of its own. */
  const isElsewhere = (to: string): boolean => places.some((one) => one.startsWith(`${to}/`) && path.startsWith(one))
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
          {group.entries.map(({ to, title, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className="side-item"
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ exact: isElsewhere(to) }}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
              {title}
              {counts[to] && <span className={`side-count${counts[to].isHot ? ' hot' : ''}`}>{counts[to].text}</span>}
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
