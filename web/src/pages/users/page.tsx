import { useState } from 'react'
import { Plus, Search, UsersRound } from 'lucide-react'
import { useMeta } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { useUsers, type UserAccount } from '../../data/users.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { ShownOnce } from '../../parts/admin-page/shown-once.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Avatar } from '../../parts/avatar.tsx'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useNow } from '../../parts/use-now.ts'
import { HandoverDrawer } from './handover/handover-drawer.tsx'
import { HandoverProgress, WaitingBanner } from './handover/waiting-banner.tsx'
import { UserDrawer } from './user-drawer.tsx'
import '../../parts/admin-page/admin-page.css'
import './users.css'

interface Filter {
  text: string
  departmentId: string
  roleId: string
  active: boolean
}

const fits = (user: UserAccount, { text, departmentId, roleId, active }: Filter): boolean =>
  user.active === active &&
  (departmentId === '' || user.departmentId === departmentId) &&
  (roleId === '' || user.roleIds.includes(roleId)) &&
  `${user.name}${user.login}`.toLowerCase().includes(text.trim().toLowerCase())

function FilterBar({ filter, onChange }: { filter: Filter; onChange(next: Filter): void }) {
  const text = useText(usersMessages)
  const label = useLabel()
  const { departments, roles = [] } = useMeta()
  return (
    <div className="row g8 wrap user-filter">
      <label className="user-search">
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={text('search')}
          placeholder={text('search')}
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </label>
      <select
        className="inp"
        aria-label={text('department')}
        value={filter.departmentId}
        onChange={(event) => onChange({ ...filter, departmentId: event.target.value })}
      >
        <option value="">{text('everyDepartment')}</option>
        {departments.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <select
        className="inp"
        aria-label={text('role')}
        value={filter.roleId}
        onChange={(event) => onChange({ ...filter, roleId: event.target.value })}
      >
        <option value="">{text('everyRole')}</option>
        {roles.map((role) => (
          <option key={role.id} value={role.id}>
            {label(role.label)}
          </option>
        ))}
      </select>
      <span className="seg" role="radiogroup" aria-label={text('atWork')}>
        {[true, false].map((active) => (
          <button
            key={String(active)}
            type="button"
            role="radio"
            aria-checked={filter.active === active}
            onClick={() => onChange({ ...filter, active })}
          >
            {text(active ? 'atWork' : 'left')}
          </button>
        ))}
      </span>
    </div>
  )
}

function Load({ count, cap }: { count: number; cap: number | null }) {
  const text = useText(usersMessages)
  const isFull = cap !== null && count >= cap
  return (
    <>
      {isFull && <Chip tone="warn">{text('full')}</Chip>} <span className={isFull ? 'warn b' : ''}>{count}</span>
      <span className="t3"> / {cap ?? '∞'}</span>
    </>
  )
}

function UserTable({ users, onOpen }: { users: UserAccount[]; onOpen(id: string): void }) {
  const text = useText(usersMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const { roles = [] } = useMeta()
  return (
    <div className="card scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{text('person')}</th>
            <th scope="col">{text('department')}</th>
            <th scope="col">{text('role')}</th>
            <th scope="col" className="r">
              {text('inHand')}
            </th>
            <th scope="col" className="r">
              {text('today')}
            </th>
            <th scope="col" className="r">
              {text('weight')}
            </th>
            <th scope="col" className="r">
              {text('lastSignIn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id} className={`opens${user.active ? '' : ' off'}`} onClick={() => onOpen(user.id)}>
              <td>
                <span className="row g8 nw">
                  <Avatar name={user.name} />
                  <button type="button" className="name" onClick={() => onOpen(user.id)}>
                    {user.name}
                  </button>
                  <span className="t3 f12">{user.login}</span>
                </span>
              </td>
              <td className="nw">{user.departmentName}</td>
              <td>
                <span className="row g4 nw">
                  {user.roleIds.map((id) => (
                    <Chip key={id}>{label(roles.find((role) => role.id === id)?.label ?? { 'zh-CN': id })}</Chip>
                  ))}
                </span>
              </td>
              <td className="r nw">
                <Load count={user.load.holding} cap={user.holdingCap} />
              </td>
              <td className="r nw">
                <Load count={user.load.today} cap={user.dailyCap} />
              </td>
              <td className="r">{user.weight}</td>
              <td className="r nw t3">
                {user.lastSignInAt ? momentText(user.lastSignInAt, now, { timeZone, locale }) : text('never')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who works here: place, roles, what is in hand. */
export function UsersPage() {
  const text = useText(usersMessages)
  const { data: users, error, refetch } = useUsers()
  const [filter, setFilter] = useState<Filter>({ text: '', departmentId: '', roleId: '', active: true })
  const [openId, setOpenId] = useState<string | null>(null)
  const [leaverId, setLeaverId] = useState<string | null>(null)
  const [password, setPassword] = useState<{ name: string; value: string } | null>(null)
  const found = users?.filter((user) => fits(user, filter)) ?? []
  const leaver = users?.find(({ id }) => id === leaverId) ?? null
  const handOver = (id: string): void => {
    setOpenId(null)
    setLeaverId(id)
  }
  const opened = users?.find(({ id }) => id === openId) ?? null
  return (
    <>
      <TopBar title={text('title')} count={users ? String(found.length) : undefined}>
        <button type="button" className="btn pri" onClick={() => setOpenId('new')}>
          <Plus size={14} aria-hidden="true" />
          {text('add')}
        </button>
      </TopBar>
      <div className="admin">
        <WaitingBanner onOpen={handOver} />
        <HandoverProgress />
        <FilterBar filter={filter} onChange={setFilter} />
        {error && !users ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : !users ? (
          <Skeleton lines={10} />
        ) : found.length === 0 ? (
          <PageState icon={UsersRound} title={text('emptyTitle')} text={text('emptyText')} />
        ) : (
          <UserTable users={found} onOpen={setOpenId} />
        )}
      </div>
      {(openId === 'new' || opened) && (
        <UserDrawer
          key={openId}
          user={opened}
          onClose={() => setOpenId(null)}
          onHandOver={handOver}
          onPassword={(name, value) => setPassword({ name, value })}
        />
      )}
      {leaver && <HandoverDrawer key={leaver.id} user={leaver} onClose={() => setLeaverId(null)} />}
      {password && (
        <ShownOnce
          title={text('passwordTitle', { name: password.name })}
          value={password.value}
          note={text('passwordNote')}
          kept={text('passwordKept')}
          onClose={() => setPassword(null)}
        />
      )}
    </>
  )
}
