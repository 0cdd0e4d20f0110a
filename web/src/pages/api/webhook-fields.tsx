import { useId } from 'react'
import { eventKinds, type EventKind } from '@jieli/core'
import { useMeta } from '../../data/meta.ts'
import type { WebhookDraft } from '../../data/webhooks.ts'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { isAddress, toldKinds } from './webhook-draft.ts'

export interface WebhookFieldsProps {
  draft: WebhookDraft
  onChange(more: Partial<WebhookDraft>): void
}

export function AddressFields({ draft, onChange }: WebhookFieldsProps) {
  const text = useText(apiMessages)
  const id = useId()
  const { users } = useMeta()
  const isWrong = draft.url !== '' && !isAddress(draft.url)
  return (
    <DrawerPart title={text('url')}>
      <div className="field">
        <label htmlFor={`${id}-name`}>{text('hookName')}</label>
        <input
          id={`${id}-name`}
          className="inp"
          maxLength={80}
          value={draft.label}
          onChange={(event) => onChange({ label: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-url`}>{text('url')}</label>
        <input
          id={`${id}-url`}
          className="inp code"
          type="url"
          maxLength={500}
          placeholder="https://erp.example.com/hooks/jieli"
          aria-invalid={isWrong}
          value={draft.url}
          onChange={(event) => onChange({ url: event.target.value })}
        />
        <span className={`field-note${isWrong ? ' err' : ''}`}>{text(isWrong ? 'urlBad' : 'urlNote')}</span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-reader`}>{text('reader')}</label>
        <select
          id={`${id}-reader`}
          className="inp"
          value={draft.userId}
          onChange={(event) => onChange({ userId: event.target.value })}
        >
          {users
            .filter(({ id: userId, active }) => active || userId === draft.userId)
            .map((user) => (
              <option key={user.id} value={user.id}>
                {user.name}
              </option>
            ))}
        </select>
        <span className="field-note">{text('readerNote')}</span>
      </div>
    </DrawerPart>
  )
}

export function WhatFields({ draft, onChange }: WebhookFieldsProps) {
  const text = useText(apiMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const chosen = objects.filter(({ name }) => draft.objects.includes(name))
  const kinds = [...new Set<EventKind>([...toldKinds, ...draft.kinds])]
  const fields = new Map(chosen.flatMap((object) => object.fields.map((field) => [field.name, label(field.label)] as const)))
  return (
    <DrawerPart title={text('what')}>
      <div className="field">
        <span className="label">{text('objects')}</span>
        <ManyPicker
          label={text('objects')}
          placeholder={text('objectsHint')}
          choices={objects.map((object) => ({ id: object.name, title: label(object.label) }))}
          value={draft.objects}
          onChange={(next) => onChange({ objects: next })}
        />
      </div>
      <div className="field">
        <span className="label">{text('kinds')}</span>
        <ManyPicker
          label={text('kinds')}
          placeholder={text('kindsHint')}
          choices={kinds.map((kind) => ({ id: kind, title: label(eventKinds[kind]) }))}
          value={draft.kinds}
          onChange={(next) => onChange({ kinds: next as EventKind[] })}
        />
      </div>
      {draft.kinds.includes('record.updated') && (
        <div className="field">
          <span className="label">{text('fields')}</span>
          <ManyPicker
            label={text('fields')}
            placeholder={text('fieldsHint')}
            choices={[...fields].map(([name, title]) => ({ id: name, title }))}
            value={draft.fields}
            onChange={(next) => onChange({ fields: next })}
          />
        </div>
      )}
    </DrawerPart>
  )
}
