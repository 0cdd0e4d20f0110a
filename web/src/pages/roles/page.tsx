import { useMemo, useState } from 'react'
import { History, Plus } from 'lucide-react'
import type { ObjectInfo, Role } from '@jieli/core'
import { useConfig } from '../../data/config.ts'
import { useCan } from '../../data/session.ts'
import { useUsers, type UserAccount } from '../../data/users.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { HistoryDrawer } from '../../parts/admin-page/history-drawer.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showToast } from '../../parts/toast/toast-store.ts'
import { NewRoleDialog } from './new-role-dialog.tsx'
import { RightsBar } from './rights-bar.tsx'
import { RightsTable } from './rights-table.tsx'
import { objectsOf } from './rights-of.ts'
import { RolePreview } from './role-preview.tsx'
import { useRoleChanges } from './use-role-changes.ts'
import '../../parts/admin-page/admin-page.css'
import './roles.css'

interface MatrixProps {
  roles: Role[]
  objects: ObjectInfo[]
  users: UserAccount[]
  first: { role: Role; object: ObjectInfo }
}

function Matrix({ roles, objects, users, first }: MatrixProps) {
  const text = useText(rolesMessages)
  const label = useLabel()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState({ roleId: first.role.id, object: first.object.name })
  const [personId, setPersonId] = useState<string | null>(null)
  const [doing, setDoing] = useState<'add' | 'history' | null>(null)
  const counts = useMemo(
    () => new Map(roles.map((role) => [role.id, users.filter((user) => user.active && user.roleIds.includes(role.id)).length])),
    [roles, users],
  )
  const { put, change, isOwnDoor } = useRoleChanges(roles, counts)
  const current = roles.find(({ id }) => id === at.roleId) ?? first.role
  const object = objects.find(({ name }) => name === at.object) ?? first.object
  const person = users.find(({ id }) => id === personId)
  const goTo = (roleId: string, name = at.object): void => {
    setAt({ roleId, object: name })
    setPersonId(null)
  }
  const create = (role: Role): void =>
    put(role, () => {
      setDoing(null)
      goTo(role.id)
      showToast({ tone: 'ok', text: text('createdToast', { name: label(role.label) }) })
    })
  return (
    <>
      <TopBar title={text('title')} beside={<span className="t3 f13 ell only-wide">{text('note')}</span>}>
        <button type="button" className="btn ghost" onClick={() => setDoing('history')}>
          <History size={14} aria-hidden="true" />
          {text('history')}
        </button>
        <button type="button" className="btn" onClick={() => setDoing('add')}>
          <Plus size={14} aria-hidden="true" />
          {text('add')}
        </button>
      </TopBar>
      <div className="admin-two roles">
        <div className="rights-side">
          <RightsBar search={search} onSearch={setSearch} />
          <RightsTable
            roles={roles}
            objects={objects}
            counts={counts}
            currentId={current.id}
            search={search}
            isOwnDoor={isOwnDoor}
            onChange={change}
            onCurrent={goTo}
          />
        </div>
        <aside>
          <RolePreview
            roles={person ? roles.filter(({ id }) => person.roleIds.includes(id)) : [current]}
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
      {doing === 'add' && <NewRoleDialog roles={roles} onClose={() => setDoing(null)} onCreate={create} />}
      {doing === 'history' && (
        <HistoryDrawer
          kind="role"
          id={current.id}
          title={`${label(current.label)} · ${text('history')}`}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

/** Who may see and change what: role × object × field × rows, and beside it what somebody really gets. */
export function RolesPage() {
  const text = useText(rolesMessages)
  const can = useCan()
  const roleQuery = useConfig('role')
  const objectQuery = useConfig('object')
  const { data: users = [] } = useUsers(can('manage-users'))
  const objects = useMemo(
    // What one may do with the rows of a sub-table follows from their record.
    () =>
      objectsOf((objectQuery.data ?? []).map(({ item }) => item).toSorted((a, b) => b.fields.length - a.fields.length)).filter(
        ({ definition }) => !definition.partOf,
      ),
    [objectQuery.data],
  )
  const roles = useMemo(
    () => (roleQuery.data ?? []).map(({ item }) => item).toSorted((a, b) => b.abilities.length - a.abilities.length),
    [roleQuery.data],
  )
  const role = roles.find(({ id }) => id === 'consultant') ?? roles[0]
  const object = objects.find(({ name }) => name === 'lead') ?? objects[0]
  if (role && object) return <Matrix roles={roles} objects={objects} users={users} first={{ role, object }} />
  const retry = (): void => {
    void roleQuery.refetch()
    void objectQuery.refetch()
  }
  const error = roleQuery.error ?? objectQuery.error
  return (
    <>
      <TopBar title={text('title')} />
      {error ? <LoadFailure error={error} onRetry={retry} /> : <Skeleton lines={12} />}
    </>
  )
}
