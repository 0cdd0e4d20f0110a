import type { Label, RowScope } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'

export interface OwnRights {
  roles: { id: string; label: Label }[]
  /** Rows one sees, changes and deletes; nothing of an object that one does not know. */
  read: RowScope[]
  update: RowScope[]
  delete: RowScope[]
  /** Fields that one sees masked, by name. */
  masked: string[]
  /** Who can give more: colleagues who manage people. */
  admins: { id: string; name: string }[]
}

/**
 * 为什么看不到: one's own rights on an object in facts. It never looks at a record, so it answers the same whether what one
 * misses exists, exists for others only, or does not exist; and the same for an object that is hidden and one that is not there.
 */
export const explainOwnRights = (context: Context, object: string): OwnRights => {
  const { config, directory } = context.workspace
  const info = config.current.objects.get(object)
  const rights = info && context.access.object(info)
  const isKnown = info !== undefined && rights !== undefined && rights.read.length > 0
  const person = directory.current.users.get(context.access.userId ?? '')
  const managing = new Set(
    config.current.items('role').flatMap((role) => (role.abilities.includes('manage-users') ? [role.id] : [])),
  )
  return {
    roles: (person?.roleIds ?? []).flatMap((id) => {
      const role = config.current.item('role', id)
      return role ? [{ id, label: role.label }] : []
    }),
    read: isKnown ? rights.read : [],
    update: isKnown ? rights.update : [],
    delete: isKnown ? rights.delete : [],
    masked: isKnown ? [...info.fields.values()].filter((field) => rights.best(field) === 'mask').map(({ name }) => name) : [],
    admins: [...directory.current.users.values()]
      .filter(({ active, roleIds }) => active && roleIds.some((id) => managing.has(id)))
      .map(({ id, name }) => ({ id, name })),
  }
}
