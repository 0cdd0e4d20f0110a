import { useId } from 'react'
import type { Menu } from '@jieli/core'
import { useMeta } from '../../data/meta.ts'
import { menusMessages } from '../../i18n/messages/menus-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { keyOfItem } from '../../parts/app-shell/menu-entries.ts'
import { useEntryOf } from '../../parts/app-shell/use-nav.ts'
import { withHome } from './menu-draft.ts'

/** For whom the menu is and where it begins. */
export function MenuSettings({ menu, onChange }: { menu: Menu; onChange(next: Menu): void }) {
  const text = useText(menusMessages)
  const label = useLabel()
  const id = useId()
  const entryOf = useEntryOf()
  const { roles = [] } = useMeta()
  const items = menu.groups.flatMap((group) => group.items)
  const setHome = (key: string): void =>
    onChange(
      withHome(
        menu,
        items.find((item) => keyOfItem(item) === key),
      ),
    )
  return (
    <>
      <h2 className="h2">{text('settings')}</h2>
      <div className="field">
        <label htmlFor={`${id}-name`}>{text('name')}</label>
        <input
          id={`${id}-name`}
          className="inp"
          maxLength={40}
          value={menu.label['zh-CN']}
          aria-invalid={menu.label['zh-CN'].trim() === ''}
          onChange={(event) => onChange({ ...menu, label: { ...menu.label, 'zh-CN': event.target.value } })}
        />
      </div>
      <div className="field">
        <span className="label">{text('roles')}</span>
        <ManyPicker
          label={text('roles')}
          placeholder={text('rolesHint')}
          choices={roles.map((role) => ({ id: role.id, title: label(role.label) }))}
          value={menu.roles}
          onChange={(next) => onChange({ ...menu, roles: next })}
        />
        <span className="field-note">{text('rolesNote')}</span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-home`}>{text('home')}</label>
        <select
          id={`${id}-home`}
          className="inp"
          value={menu.home ? keyOfItem(menu.home) : ''}
          onChange={(event) => setHome(event.target.value)}
        >
          <option value="">{text('homeToday')}</option>
          {items.map((item) => (
            <option key={keyOfItem(item)} value={keyOfItem(item)}>
              {entryOf(item)?.title ?? text('unknown')}
            </option>
          ))}
        </select>
      </div>
      <p className="hint">{text('keys')}</p>
      <p className="hint">{text('safe')}</p>
    </>
  )
}
