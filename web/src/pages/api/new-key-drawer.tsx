import { useId, useState } from 'react'
import { useCreateApiKey } from '../../data/api-keys.ts'
import { useMeta } from '../../data/meta.ts'
import { useCan, useMe } from '../../data/session.ts'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ChoiceList } from '../../parts/admin-page/choice-list.tsx'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import type { OneTime } from '../../parts/admin-page/shown-once.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { draftOf, reaches, withScope, type KeyForm } from './key-draft.ts'

const reachTexts = {
  all: ['reachAll', 'reachAllNote'],
  read: ['reachRead', 'reachReadNote'],
  some: ['reachSome', 'reachSomeNote'],
} as const
const accesses = [
  [null, 'noAccess'],
  ['read', 'read'],
  ['write', 'write'],
] as const

interface FormProps {
  form: KeyForm
  onChange(more: Partial<KeyForm>): void
}

function ScopeRows({ form, onChange }: FormProps) {
  const text = useText(apiMessages)
  const label = useLabel()
  const { objects } = useMeta()
  return (
    <ul className="scope-list">
      {objects.map((object) => {
        const current = form.scopes.find((scope) => scope.object === object.name)?.access ?? null
        return (
          <li key={object.name} className="row g8">
            <span className="sp ell">{label(object.label)}</span>
            <span className="seg" role="radiogroup" aria-label={label(object.label)}>
              {accesses.map(([access, key]) => (
                <button
                  key={key}
                  type="button"
                  role="radio"
                  aria-checked={current === access}
                  onClick={() => onChange({ scopes: withScope(form.scopes, object.name, access) })}
                >
                  {text(key)}
                </button>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function WhoFields({ form, onChange }: FormProps) {
  const text = useText(apiMessages)
  const can = useCan()
  const id = useId()
  const { users } = useMeta()
  return (
    <DrawerPart title={text('keyName')}>
      <input
        className="inp"
        autoFocus
        aria-label={text('keyName')}
        maxLength={80}
        placeholder={text('keyNameHint')}
        value={form.label}
        onChange={(event) => onChange({ label: event.target.value })}
      />
      {can('manage-users') && (
        <div className="field">
          <label htmlFor={id}>{text('owner')}</label>
          <select id={id} className="inp" value={form.userId} onChange={(event) => onChange({ userId: event.target.value })}>
            {users
              .filter(({ active }) => active)
              .map((user) => (
                <option key={user.id} value={user.id}>
                  {user.name}
                </option>
              ))}
          </select>
          <span className="field-note">{text('ownerNote')}</span>
        </div>
      )}
    </DrawerPart>
  )
}

/** A new key: what for, whose, how far it reaches. */
export function NewKeyDrawer({ onKey, onClose }: { onKey(shown: OneTime): void; onClose(): void }) {
  const text = useText(apiMessages)
  const { user } = useMe()
  const create = useCreateApiKey()
  const [form, setForm] = useState<KeyForm>({ label: '', userId: user.id, reach: 'some', scopes: [] })
  const draft = draftOf(form)
  const change = (more: Partial<KeyForm>): void => setForm({ ...form, ...more })
  const make = (): void => {
    if (!draft) return
    create.mutate(draft, {
      onError: showFailure,
      onSuccess: ({ key }) => {
        onClose()
        onKey({ title: text('keyOf', { name: draft.label }), value: key, note: text('onlyOnce'), kept: text('kept') })
      },
    })
  }
  return (
    <Drawer
      title={text('newKey')}
      onClose={onClose}
      footer={
        <button type="button" className="btn pri" disabled={!draft || create.isPending} onClick={make}>
          {text('create')}
        </button>
      }
    >
      <WhoFields form={form} onChange={change} />
      <DrawerPart title={text('reach')}>
        <ChoiceList
          label={text('reach')}
          value={form.reach}
          choices={reaches.map((id) => ({ id, title: text(reachTexts[id][0]), note: text(reachTexts[id][1]) }))}
          onChange={(reach) => change({ reach })}
        />
        {form.reach === 'some' && <ScopeRows form={form} onChange={change} />}
      </DrawerPart>
    </Drawer>
  )
}
