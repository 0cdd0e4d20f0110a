import { Webhook as WebhookIcon } from 'lucide-react'
import { eventKinds } from '@jieli/core'
import { useMeta, usePersonName } from '../../data/meta.ts'
import { deliveryStatuses, useWebhooks, type DeliveryStatus, type WebhookEntry } from '../../data/webhooks.ts'
import { joined } from '../../i18n/joined.ts'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import type { OneTime } from '../../parts/admin-page/shown-once.tsx'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { WebhookDrawer } from './webhook-drawer.tsx'

const tones: Record<DeliveryStatus, string> = { delivered: 'ok', waiting: 'warn', failed: 'err', skipped: 't3' }

function LastDay({ webhook }: { webhook: WebhookEntry }) {
  const text = useText(apiMessages)
  const told = deliveryStatuses.filter((status) => (webhook.lastDay[status] ?? 0) > 0)
  if (told.length === 0) return <span className="t3">{text('nothingSent')}</span>
  return (
    <span className="hook-counts">
      {told.map((status) => (
        <span key={status} className={tones[status]}>
          {text(status)} {webhook.lastDay[status]}
        </span>
      ))}
    </span>
  )
}

interface TableProps {
  openId: string | undefined
  onOpen(id: string | null): void
  onSecret(shown: OneTime): void
}

/** Who is told of what, and how the last day went. */
export function WebhookTable({ openId, onOpen, onSecret }: TableProps) {
  const text = useText(apiMessages)
  const { data: webhooks, error, refetch } = useWebhooks(true)
  if (error && !webhooks) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!webhooks) return <Skeleton />
  if (webhooks.length === 0)
    return <PageState icon={WebhookIcon} tone="acc" title={text('hooksEmptyTitle')} text={text('hooksEmptyText')} />
  const opened = webhooks.find(({ id }) => id === openId)
  return (
    <>
      <div className="card scroll-x">
        <table className="grid-table">
          <thead>
            <tr>
              {(['hookName', 'state', 'what', 'reader', 'lastDay'] as const).map((name) => (
                <th key={name} scope="col">
                  {text(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} onOpen={() => onOpen(webhook.id)} />
            ))}
          </tbody>
        </table>
      </div>
      {opened && <WebhookDrawer key={opened.id} webhook={opened} onClose={() => onOpen(null)} onSecret={onSecret} />}
    </>
  )
}

function WebhookRow({ webhook, onOpen }: { webhook: WebhookEntry; onOpen(): void }) {
  const text = useText(apiMessages)
  const label = useLabel()
  const personName = usePersonName()
  const { objects } = useMeta()
  const named = webhook.objects.map((name) => label(objects.find((one) => one.name === name)?.label ?? { 'zh-CN': name }))
  return (
    <tr className={`opens${webhook.enabled ? '' : ' off'}`} onClick={onOpen}>
      <td>
        <button type="button" className="name" onClick={onOpen}>
          {webhook.label}
        </button>
        <div className="code t3 ell hook-url">{webhook.url}</div>
      </td>
      <td>
        <Chip tone={webhook.enabled ? 'ok' : 'plain'}>{text(webhook.enabled ? 'isOn' : 'isOff')}</Chip>
      </td>
      <td className="nw">
        {joined(named)} <span className="t3">{joined(webhook.kinds.map((kind) => label(eventKinds[kind])))}</span>
      </td>
      <td className="nw">{personName(webhook.userId)}</td>
      <td>
        <LastDay webhook={webhook} />
      </td>
    </tr>
  )
}
