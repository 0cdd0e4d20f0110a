import type { Ability, Role } from '@jieli/core'
import { useSaveConfig } from '../../data/config.ts'
import { useMe } from '../../data/session.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

const doors: Ability[] = ['configure', 'manage-users']

/** A changed cell is in force at once, says for how many, and can be undone. */
export const useRoleChanges = (roles: Role[], counts: ReadonlyMap<string, number>) => {
  const text = useText(rolesMessages)
  const admin = useText(adminMessages)
  const label = useLabel()
  const { user: me } = useMe()
  const save = useSaveConfig('role', true)
  const put = (next: Role, onSaved: (rev: number | undefined) => void, rev?: number): void =>
    save.mutate(
      { id: next.id, item: next, ...(rev === undefined ? {} : { rev }) },
      { onSuccess: ({ items }) => onSaved(items.find(({ item }) => item.id === next.id)?.rev), onError: showFailure },
    )
  const change = (next: Role): void => {
    const before = roles.find(({ id }) => id === next.id)
    const people = counts.get(next.id) ?? 0
    put(next, (rev) => {
      const undo = (): void => {
        if (before) put(before, () => showToast({ tone: 'ok', text: text('undone') }), rev)
      }
      showToast({
        tone: 'ok',
        text: `${label(next.label)} · ${people > 0 ? text('effective', { n: people }) : text('effectiveRole')}`,
        ...(before ? { action: { label: admin('undo'), run: undo } } : {}),
      })
    })
  }
  /** Abilities by which the reader came in: closing them here would lock the door from outside. */
  const isOwnDoor = (role: Role, ability: Ability): boolean =>
    doors.includes(ability) &&
    me.roleIds.includes(role.id) &&
    !roles.some((other) => other.id !== role.id && me.roleIds.includes(other.id) && other.abilities.includes(ability))
  return { put, change, isOwnDoor }
}
