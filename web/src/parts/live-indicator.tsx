import { useLiveState } from '../data/live.ts'
import { useWaitingCount } from '../data/follow-ups.ts'
import { shellMessages } from '../i18n/messages/shell-messages.ts'
import { useText } from '../i18n/use-text.ts'

/** 实时 / 重连中 / 离线, and what waits on this device. */
export function LiveIndicator() {
  const state = useLiveState()
  const waiting = useWaitingCount()
  const text = useText(shellMessages)
  return (
    <span className={`live ${state}`} role="status">
      <i aria-hidden="true" />
      {text(state)}
      {waiting > 0 && <span className="chip warn">{text('waitingToSend', { n: waiting })}</span>}
    </span>
  )
}
