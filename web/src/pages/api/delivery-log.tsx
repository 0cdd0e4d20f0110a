import { useState } from 'react'
import { RotateCw } from 'lucide-react'
import { eventKinds } from '@jieli/core'
import { useMeta } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { deliveryStatuses, useDeliveries, useReplay, type Delivery, type DeliveryStatus } from '../../data/webhooks.ts'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { Chip, type Tone } from '../../parts/chip.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { reasonText } from './delivery-reason.ts'
import { weekBefore } from './webhook-draft.ts'

const tones: Record<DeliveryStatus, Tone> = { delivered: 'ok', waiting: 'warn', failed: 'err', skipped: 'plain' }

/** What became of each message, with why not in words; any can be sent again. */
export function DeliveryLog({ webhookId }: { webhookId: string }) {
  const text = useText(apiMessages)
  const now = useNow()
  const [status, setStatus] = useState<DeliveryStatus | null>(null)
  const { data: deliveries, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDeliveries(webhookId, status)
  const replay = useReplay()
  const again = (which: Parameters<typeof replay.mutate>[0]['which']): void =>
    replay.mutate(
      { id: webhookId, which },
      {
        onError: showFailure,
        onSuccess: ({ replayed }) => showToast({ tone: 'ok', text: text('replayed', { n: replayed }) }),
      },
    )
  return (
    <DrawerPart title={text('log')}>
      <div className="row g8 wrap">
        <span className="seg" role="radiogroup" aria-label={text('state')}>
          {[null, ...deliveryStatuses].map((one) => (
            <button key={one} type="button" role="radio" aria-checked={status === one} onClick={() => setStatus(one)}>
              {text(one ?? 'all')}
            </button>
          ))}
        </span>
        <span className="sp" />
        {status === 'failed' && (deliveries?.length ?? 0) > 0 && (
          <button
            type="button"
            className="btn sm"
            disabled={replay.isPending}
            onClick={() => again({ failedSince: weekBefore(now) })}
          >
            <RotateCw size={14} aria-hidden="true" />
            {text('replayAll')}
          </button>
        )}
      </div>
      {error && !deliveries ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : !deliveries ? (
        <Skeleton lines={3} />
      ) : deliveries.length === 0 ? (
        <p className="hint">{text('logEmpty')}</p>
      ) : (
        <ul className="delivery-list">
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onReplay={() => again({ deliveryId: delivery.id })} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="btn sm" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('more')}
        </button>
      )}
    </DrawerPart>
  )
}

function DeliveryRow({ delivery, onReplay }: { delivery: Delivery; onReplay(): void }) {
  const text = useText(apiMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const { objects } = useMeta()
  const moment = (at: string): string => momentText(at, now, { timeZone: workspace.timeZone, locale })
  const object = objects.find(({ name }) => name === delivery.object)
  const why = delivery.reason === null ? null : reasonText(delivery.reason)
  const notes = [
    why && text(why.key, why.params),
    delivery.attempts > 1 && text('attempts', { n: delivery.attempts }),
    delivery.nextAt && delivery.attempts > 0 && text('nextTry', { when: moment(delivery.nextAt) }),
  ].filter(Boolean)
  return (
    <li>
      <Chip tone={tones[delivery.status]}>{text(delivery.status)}</Chip>
      <span className="ell">
        {delivery.kind === null
          ? text('trial')
          : `${label(object?.label ?? { 'zh-CN': delivery.object ?? '' })} ${label(eventKinds[delivery.kind])}`}
        <span className="t3">
          {' '}
          {moment(delivery.createdAt)}
          {delivery.tookMs !== null && delivery.tookMs > 0 && ` · ${text('took', { n: delivery.tookMs })}`}
        </span>
      </span>
      {delivery.status === 'waiting' ? (
        <span />
      ) : (
        <button type="button" className="btn xs" onClick={onReplay}>
          {text('replay')}
        </button>
      )}
      {notes.length > 0 && <span className="delivery-reason t2">{notes.join(' · ')}</span>}
    </li>
  )
}
