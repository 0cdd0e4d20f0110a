import { useId } from 'react'
import { useMeta } from '../../data/meta.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import type { UserFieldsProps } from './user-fields.ts'

/** Name, login, department, roles. */
export function WhoFields({ draft, issueOf, onChange }: UserFieldsProps) {
  const text = useText(usersMessages)
  const label = useLabel()
  const id = useId()
  const { departments, roles = [] } = useMeta()
  const line = (key: 'name' | 'login' | 'wecomId', title: string, note?: string): React.JSX.Element => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{title}</label>
      <input
        id={`${id}-${key}`}
        className="inp"
        maxLength={60}
        value={draft[key] ?? ''}
        aria-invalid={issueOf(key) !== undefined}
        onChange={(event) => onChange({ [key]: event.target.value === '' && key === 'wecomId' ? null : event.target.value })}
      />
      {(issueOf(key) ?? note) && <span className={`field-note${issueOf(key) ? ' err' : ''}`}>{issueOf(key) ?? note}</span>}
    </div>
  )
  return (
    <DrawerPart title={text('who')}>
      <div className="pair">
        {line('name', text('person'))}
        {line('login', text('login'), text('loginNote'))}
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-department`}>{text('department')}</label>
          <select
            id={`${id}-department`}
            className="inp"
            value={draft.departmentId ?? ''}
            onChange={(event) => onChange({ departmentId: event.target.value || null })}
          >
            <option value="">{text('noDepartment')}</option>
            {departments.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        {line('wecomId', text('wecom'), text('wecomNote'))}
      </div>
      <div className="field">
        <span className="label">{text('role')}</span>
        <ManyPicker
          label={text('role')}
          placeholder={text('rolesHint')}
          choices={roles.map((role) => ({ id: role.id, title: label(role.label) }))}
          value={draft.roleIds}
          onChange={(roleIds) => onChange({ roleIds })}
        />
        {issueOf('roles') && <span className="field-note err">{issueOf('roles')}</span>}
      </div>
    </DrawerPart>
  )
}
