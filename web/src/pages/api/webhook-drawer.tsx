import { useState } from 'react'
import { KeyRound, Send, Trash2 } from 'lucide-react'
import { useMe } from '../../data/session.ts'
import {
  useCreateWebhook,
  useRemoveWebhook,
  useRenewSecret,
  useTryWebhook,
  useUpdateWebhook,
  type WebhookDraft,
  type WebhookEntry,
} from '../../data/webhooks.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import type { OneTime } from '../../parts/admin-page/shown-once.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DeliveryLog } from './delivery-log.tsx'
import { isComplete, newWebhook } from './webhook-draft.ts'
import { AddressFields, WhatFields } from './webhook-fields.tsx'

interface DrawerProps {
  /** Null: a new one. */
  webhook: WebhookEntry | null
  onSecret(shown: OneTime): void
  onClose(): void
}

const draftOf = ({ id: _id, lastDay: _lastDay, ...draft }: WebhookEntry): WebhookDraft => draft

/** One webhook: where to, what of, with whose rights; below, what became of its messages. */
export function WebhookDrawer({ webhook, onSecret, onClose }: DrawerProps) {
  const text = useText(apiMessages)
  const admin = useText(adminMessages)
  const { user } = useMe()
  const create = useCreateWebhook()
  const update = useUpdateWebhook()
  const [draft, setDraft] = useState(() => (webhook ? draftOf(webhook) : newWebhook(user.id)))
  const show = (name: string, value: string): void =>
    onSecret({ title: text('secretOf', { name }), value, note: `${text('onlyOnce')}${text('secretNote')}`, kept: text('kept') })
  const save = (): void => {
    const given = { ...draft, label: draft.label.trim(), url: draft.url.trim() }
    if (webhook)
      return update.mutate(
        { id: webhook.id, draft: given },
        { onError: showFailure, onSuccess: () => showToast({ tone: 'ok', text: text('saved', { name: given.label }) }) },
      )
    create.mutate(given, {
      onError: showFailure,
      onSuccess: ({ secret }) => {
        onClose()
        show(given.label, secret)
      },
    })
  }
  const fields = { draft, onChange: (more: Partial<WebhookDraft>) => setDraft({ ...draft, ...more }) }
  const isChanged = !webhook || JSON.stringify(draft) !== JSON.stringify(draftOf(webhook))
  return (
    <Drawer
      title={webhook?.label ?? text('newWebhook')}
      isWide={webhook !== null}
      onClose={onClose}
      footer={
        <>
          {webhook && <RemoveButton webhook={webhook} onRemoved={onClose} />}
          <span className="sp" />
          <button
            type="button"
            className="btn pri"
            disabled={!isComplete(draft) || !isChanged || create.isPending || update.isPending}
            onClick={save}
          >
            {webhook ? admin('save') : text('createHook')}
          </button>
        </>
      }
    >
      {webhook && <RunPart webhook={webhook} draft={draft} onChange={fields.onChange} onSecret={show} />}
      {webhook && <DeliveryLog webhookId={webhook.id} />}
      <AddressFields {...fields} />
      <WhatFields {...fields} />
    </Drawer>
  )
}

function RunPart({
  webhook,
  draft,
  onChange,
  onSecret,
}: {
  webhook: WebhookEntry
  draft: WebhookDraft
  onChange(more: Partial<WebhookDraft>): void
  onSecret(name: string, secret: string): void
}) {
  const text = useText(apiMessages)
  const attempt = useTryWebhook()
  const renew = useRenewSecret()
  const [isAsking, setAsking] = useState(false)
  return (
    <DrawerPart title={text('state')}>
      <div className="row g8 wrap">
        <Switch checked={draft.enabled} label={text('isOn')} onChange={(enabled) => onChange({ enabled })} />
        <span className="sp" />
        <button type="button" className="btn" onClick={() => setAsking(true)}>
          <KeyRound size={14} aria-hidden="true" />
          {text('renew')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={attempt.isPending}
          onClick={() =>
            attempt.mutate(webhook.id, {
              onError: showFailure,
              onSuccess: () => showToast({ tone: 'ok', text: text('tried') }),
            })
          }
        >
          <Send size={14} aria-hidden="true" />
          {text('tryNow')}
        </button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={text('renewTitle', { name: webhook.label })}
          text={text('renewText')}
          action={text('renew')}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            renew.mutate(webhook.id, {
              onError: showFailure,
              onSuccess: ({ secret }) => onSecret(webhook.label, secret),
            })
          }
        />
      )}
    </DrawerPart>
  )
}

function RemoveButton({ webhook, onRemoved }: { webhook: WebhookEntry; onRemoved(): void }) {
  const text = useText(apiMessages)
  const remove = useRemoveWebhook()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className="btn danger" onClick={() => setAsking(true)}>
        <Trash2 size={14} aria-hidden="true" />
        {text('remove')}
      </button>
      {isAsking && (
        <ConfirmDialog
          title={text('removeTitle', { name: webhook.label })}
          text={text('removeText')}
          action={text('remove')}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            remove.mutate(webhook.id, {
              onError: showFailure,
              onSuccess: () => {
                showToast({ tone: 'ok', text: text('removed', { name: webhook.label }) })
                onRemoved()
              },
            })
          }
        />
      )}
    </>
  )
}
