import { useId, useState } from 'react'
import type { Role } from '@jieli/core'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'

/** A role begins as a copy of another: nobody starts from an empty table. */
export function NewRoleDialog({ roles, onCreate, onClose }: { roles: Role[]; onCreate(role: Role): void; onClose(): void }) {
  const text = useText(rolesMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const id = useId()
  const [name, setName] = useState('')
  const [fromId, setFromId] = useState(roles.find((role) => role.id === 'consultant')?.id ?? roles[0]?.id ?? '')
  const create = (): void => {
    const from = roles.find((role) => role.id === fromId)
    if (from && name.trim())
      onCreate({ ...structuredClone(from), id: `role-${crypto.randomUUID().slice(0, 8)}`, label: { 'zh-CN': name.trim() } })
  }
  return (
    <Dialog title={text('add')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}-name`}>{text('roleName')}</label>
          <input
            id={`${id}-name`}
            className="inp"
            autoFocus
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-from`}>{text('addFrom')}</label>
          <select id={`${id}-from`} className="inp" value={fromId} onChange={(event) => setFromId(event.target.value)}>
            {roles.map((role) => (
              <option key={role.id} value={role.id}>
                {label(role.label)}
              </option>
            ))}
          </select>
        </div>
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={name.trim() === ''}>
            {text('create')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
