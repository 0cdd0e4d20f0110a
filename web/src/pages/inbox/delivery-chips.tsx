import type { Notice } from '../../data/notices.ts'
import { inboxMessages } from '../../i18n/messages/inbox-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConnectorLabel } from '../../parts/use-connector-label.ts'

const tones: Record<string, { tone: string; word: 'delivered' | 'failed' | 'waiting' }> = {
  delivered: { tone: 'ok', word: 'delivered' },
  failed: { tone: 'err', word: 'failed' },
  waiting: { tone: 'warn', word: 'waiting' },
}

/** How the notice fared on each way out of the house; the inbox itself needs no word. */
export function DeliveryChips({ deliveries }: Pick<Notice, 'deliveries'>) {
  const text = useText(inboxMessages)
  const channelLabel = useConnectorLabel()
  const shown = deliveries.flatMap(({ channel, status, reason }) => {
    const state = tones[status]
    return state ? [{ channel, reason, ...state }] : []
  })
  if (shown.length === 0) return null
  return (
    <span className="notice-deliveries">
      {shown.map(({ channel, reason, tone, word }) => (
        <span key={channel} className={`chip ${tone}`} title={reason ?? undefined}>
          {channelLabel(channel)} {text(word)}
        </span>
      ))}
    </span>
  )
}
