import { useMemo, useState } from 'react'
import { History, Plus, Search } from 'lucide-react'
import type { Ability, Role } from '@jieli/core'
import { useConfig, useSaveConfig } from '../../data/config.ts'
import { useCan, useMe } from '../../data/session.ts'
import { useUsers } from '../../data/users.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { HistoryDrawer } from '../../parts/admin-page/history-drawer.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { NewRoleDialog } from './new-role-dialog.tsx'
import { RightMark } from './right-cell.tsx'
import { RightsTable } from './rights-table.tsx'
import { objectsOf } from './rights-of.ts'
import { RolePreview } from './role-preview.tsx'
import '../../parts/admin-page/admin-page.css'
import './roles.css'

const doors: Ability[] = ['configure', 'manage-users']

/** Who may see and change what. A changed cell is in force at once and can be undone. */
export function RolesPage() {
  const text = useText(rolesMessages)
  const admin = useText(adminMessages)
  const label = useLabel()
  const can = useCan()
  const { user: me } = useMe()
  const roleQuery = useConfig('role')
  const objectQuery = useConfig('object')
  const { data: users = [] } = useUsers(can('manage-users'))
  const save = useSaveConfig('role', true)
  const [search, setSearch] = useState('')
  const [at, setAt] = useState({ roleId: 'consultant', object: 'lead' })
  const [personId, setPersonId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const [showsHistory, setShowsHistory] = useState(false)
  const objects = useMemo(
    () => objectsOf((objectQuery.data ?? []).map(({ item }) => item).toSorted((a, b) => b.fields.length - a.fields.length)),
    [objectQuery.data],
  )
  const roles = useMemo(
    () => (roleQuery.data ?? []).map(({ item }) => item).toSorted((a, b) => b.abilities.length - a.abilities.length),
    [roleQuery.data],
  )
  const counts = useMemo(
    () => new Map(roles.map((role) => [role.id, users.filter((user) => user.active && user.roleIds.includes(role.id)).length])),
    [roles, users],
  )
  const error = roleQuery.error ?? objectQuery.error
  const current = roles.find(({ id }) => id === at.roleId) ?? roles[0]
  const object = objects.find(({ name }) => name === at.object) ?? objects[0]
  if (error && !(roleQuery.data && objectQuery.data))
    return (
      <>
        <TopBar title={text('title')} />
        <LoadFailure
          error={error}
          onRetry={() => {
            void roleQuery.refetch()
            void objectQuery.refetch()
          }}
        />
      </>
    )
  if (!current || !object)
    return (
      <>
        <TopBar title={text('title')} />
        <Skeleton lines={12} />
      </>
    )

  const put = (next: Role, onSaved: (rev: number | undefined) => void, rev?: number): void =>
    save.mutate(
      { id: next.id, item: next, ...(rev === undefined ? {} : { rev }) },
      { onSuccess: ({ items }) => onSaved(items.find(({ item }) => item.id === next.id)?.rev), onError: showFailure },
    )
  const change = (next: Role): void => {
    const before = roles.find(({ id }) => id === next.id)
    const people = counts.get(next.id) ?? 0
    put(next, (rev) =>
      showToast({
        tone: 'ok',
        text: `${label(next.label)}：${people > 0 ? text('effective', { n: people }) : text('effectiveRole')}`,
        ...(before
          ? {
              action: {
                label: admin('undo'),
                run: () => put(before, () => showToast({ tone: 'ok', text: text('undone') }), rev),
              },
            }
          : {}),
      }),
    )
  }
  const isOwnDoor = (role: Role, ability: Ability): boolean =>
    doors.includes(ability) &&
    me.roleIds.includes(role.id) &&
    !roles.some((other) => other.id !== role.id && me.roleIds.includes(other.id) && other.abilities.includes(ability))
  const person = users.find(({ id }) => id === personId)
  const seen = person ? roles.filter(({ id }) => person.roleIds.includes(id)) : [current]
  return (
    <>
      <TopBar title={text('title')} beside={<span className="t3 f13 ell only-wide">{text('note')}</span>}>
        <button type="button" className="btn ghost" onClick={() => setShowsHistory(true)}>
          <History size={14} aria-hidden="true" />
          {text('history')}
        </button>
        <button type="button" className="btn" onClick={() => setAdding(true)}>
          <Plus size={14} aria-hidden="true" />
          {text('add')}
        </button>
      </TopBar>
      <div className="admin-two roles">
        <div className="rights-side">
          <div className="rights-bar">
            <label className="rights-find">
              <Search size={14} aria-hidden="true" />
              <input
                type="search"
                aria-label={text('find')}
                placeholder={text('find')}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            </label>
            <span className="sp" />
            <span className="rights-legend" aria-hidden="true">
              {(['write', 'read', 'mask', 'none'] as const).map((right) => (
                <RightMark key={right} right={right} />
              ))}
            </span>
          </div>
          <RightsTable
            roles={roles}
            objects={objects}
            counts={counts}
            currentId={current.id}
            search={search}
            isOwnDoor={isOwnDoor}
            onChange={change}
            onCurrent={(roleId, name) => {
              setAt({ roleId, object: name ?? at.object })
              setPersonId(null)
            }}
          />
        </div>
        <aside>
          <RolePreview
            roles={seen}
            objects={objects}
            object={object}
            people={users.filter((user) => user.active && user.roleIds.includes(current.id))}
            personId={personId}
            onPerson={setPersonId}
            onObject={(name) => setAt({ ...at, object: name })}
            name={person?.name ?? label(current.label)}
          />
        </aside>
      </div>
      {isAdding && (
        <NewRoleDialog
          roles={roles}
          onClose={() => setAdding(false)}
          onCreate={(role) =>
            put(role, () => {
              setAdding(false)
              setPersonId(null)
              setAt({ ...at, roleId: role.id })
              showToast({ tone: 'ok', text: text('createdToast', { name: label(role.label) }) })
            })
          }
        />
      )}
      {showsHistory && (
        <HistoryDrawer
          kind="role"
          id={current.id}
          title={`${label(current.label)} · ${text('history')}`}
          onClose={() => setShowsHistory(false)}
        />
      )}
    </>
  )
}
