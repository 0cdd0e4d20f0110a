import { useId, useState } from 'react'
import { KeyRound, UserRoundMinus } from 'lucide-react'
import { ApiError } from '../../data/api-error.ts'
import { fieldOf, optionsOf, useMeta, useObject } from '../../data/meta.ts'
import {
  useCreateUser,
  useDeactivateUser,
  useResetPassword,
  useUpdateUser,
  type UserAccount,
  type UserDraft,
} from '../../data/users.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ViewAsButton } from '../../parts/view-as-button.tsx'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { FieldInput } from '../../parts/field-value/field-input.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

interface UserDrawerProps {
  /** Null: somebody new. */
  user: UserAccount | null
  onPassword(name: string, password: string): void
  onClose(): void
}

const draftOf = (user: UserAccount | null): Required<UserDraft> => ({
  name: user?.name ?? '',
  login: user?.login ?? '',
  departmentId: user?.departmentId ?? null,
  roleIds: user?.roleIds ?? ['consultant'],
  skills: user?.skills ?? [],
  active: user?.active ?? true,
  holdingCap: user?.holdingCap ?? null,
  dailyCap: user?.dailyCap ?? null,
  weight: user?.weight ?? 1,
  wecomId: user?.wecomId ?? null,
  shift: user?.shift ?? null,
})

const wholeOf = (typed: string): number | null => (typed.trim() === '' ? null : Math.max(0, Math.trunc(Number(typed)) || 0))

interface FieldsProps {
  draft: Required<UserDraft>
  issueOf(path: string): string | undefined
  onChange(more: UserDraft): void
}

function WhoFields({ draft, issueOf, onChange }: FieldsProps) {
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

function IntakeFields({ draft, onChange }: FieldsProps) {
  const text = useText(usersMessages)
  const label = useLabel()
  const id = useId()
  const object = useObject('user')
  const tools = useFieldTools()
  const shift = fieldOf(object, 'shift')
  const number = (key: 'holdingCap' | 'dailyCap' | 'weight'): React.JSX.Element => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{text(key)}</label>
      <input
        id={`${id}-${key}`}
        className="inp"
        type="number"
        min={0}
        placeholder={key === 'weight' ? '1' : text('noCap')}
        value={draft[key] ?? ''}
        onChange={(event) =>
          onChange({ [key]: key === 'weight' ? (wholeOf(event.target.value) ?? 1) : wholeOf(event.target.value) })
        }
      />
    </div>
  )
  return (
    <DrawerPart title={text('intake')}>
      <div className="triple">
        {number('holdingCap')}
        {number('dailyCap')}
        {number('weight')}
      </div>
      <div className="field">
        <span className="label">{text('skills')}</span>
        <ManyPicker
          label={text('skills')}
          placeholder={text('skillsHint')}
          choices={optionsOf(fieldOf(object, 'skills')).map((option) => ({ id: option.id, title: label(option.label) }))}
          value={draft.skills}
          onChange={(skills) => onChange({ skills })}
        />
      </div>
      {shift && (
        <FieldInput
          field={{ ...shift, readOnly: false }}
          value={draft.shift}
          tools={tools}
          onChange={(value) => onChange({ shift: value })}
        />
      )}
    </DrawerPart>
  )
}

/** One colleague: who, what roles, how many leads; new ones get a password that is shown once. */
export function UserDrawer({ user, onPassword, onClose }: UserDrawerProps) {
  const text = useText(usersMessages)
  const admin = useText(adminMessages)
  const [draft, setDraft] = useState(() => draftOf(user))
  const create = useCreateUser()
  const update = useUpdateUser()
  const deactivate = useDeactivateUser()
  const reset = useResetPassword()
  const issues = [create.error, update.error].flatMap((error) => (error instanceof ApiError ? error.issues : []))
  const issueOf = (path: string): string | undefined => issues.find((issue) => issue.path === path)?.message
  const failed = (error: Error): void => {
    if (!(error instanceof ApiError && error.issues.length > 0)) showFailure(error)
  }
  const isReady = draft.name.trim() !== '' && draft.login.trim().length >= 2
  const saved = (): void => {
    showToast({ tone: 'ok', text: text('saved', { name: draft.name }) })
    onClose()
  }
  const { active: _active, ...fresh } = draft
  const save = (): void => {
    if (user) return update.mutate({ id: user.id, draft: fresh }, { onSuccess: saved, onError: failed })
    create.mutate(fresh, {
      onError: failed,
      onSuccess: ({ oneTimePassword }) => {
        onClose()
        if (oneTimePassword) onPassword(draft.name, oneTimePassword)
      },
    })
  }
  const leave = (): void => {
    if (!user) return
    deactivate.mutate(user.id, {
      onError: showFailure,
      onSuccess: ({ openLeads }) => {
        showToast({
          tone: 'ok',
          text: text('deactivated', { name: user.name, n: openLeads }),
          action: { label: admin('undo'), run: () => update.mutate({ id: user.id, draft: { active: true } }) },
        })
        onClose()
      },
    })
  }
  const comeBack = (): void => {
    if (user)
      update.mutate(
        { id: user.id, draft: { active: true } },
        {
          onError: showFailure,
          onSuccess: () => {
            showToast({ tone: 'ok', text: text('reactivated', { name: user.name }) })
            onClose()
          },
        },
      )
  }
  const renew = (): void => {
    if (user)
      reset.mutate(user.id, {
        onError: showFailure,
        onSuccess: ({ oneTimePassword }) => oneTimePassword && onPassword(user.name, oneTimePassword),
      })
  }
  const fields: FieldsProps = { draft, issueOf, onChange: (more) => setDraft({ ...draft, ...more }) }
  return (
    <Drawer
      title={user ? user.name : text('add')}
      onClose={onClose}
      footer={
        <>
          {user && (
            <button
              type="button"
              className={`btn${user.active ? ' danger' : ''}`}
              disabled={deactivate.isPending}
              onClick={user.active ? leave : comeBack}
            >
              <UserRoundMinus size={14} aria-hidden="true" />
              {text(user.active ? 'deactivate' : 'activate')}
            </button>
          )}
          <span className="sp" />
          <button type="button" className="btn pri" disabled={!isReady || create.isPending || update.isPending} onClick={save}>
            {user ? admin('save') : text('create')}
          </button>
        </>
      }
    >
      <WhoFields {...fields} />
      <IntakeFields {...fields} />
      {user?.active && (
        <DrawerPart title={text('account')} note={text('resetNote')}>
          <ViewAsButton userId={user.id} />
          <button type="button" className="btn user-reset" disabled={reset.isPending} onClick={renew}>
            <KeyRound size={14} aria-hidden="true" />
            {text('reset')}
          </button>
        </DrawerPart>
      )}
    </Drawer>
  )
}
