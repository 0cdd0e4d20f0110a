import { handoverMessages } from '../../../i18n/messages/handover-messages.ts'
import { useText } from '../../../i18n/use-text.ts'

interface HandoverFootProps {
  /** Whether there is still an account to end. */
  mayDeactivate: boolean
  deactivate: boolean
  isReady: boolean
  onDeactivate(deactivate: boolean): void
  onStart(): void
}

/** Begins the handover, with the end of the account if that is wanted. */
export function HandoverFoot({ mayDeactivate, deactivate, isReady, onDeactivate, onStart }: HandoverFootProps) {
  const text = useText(handoverMessages)
  return (
    <>
      {mayDeactivate && (
        <label className="row g8 handover-leave">
          <input type="checkbox" checked={deactivate} onChange={(event) => onDeactivate(event.target.checked)} />
          <span>
            {text('alsoDeactivate')} <span className="t3 f12 only-wide">{text('alsoDeactivateNote')}</span>
          </span>
        </label>
      )}
      <span className="sp" />
      <button type="button" className="btn pri" disabled={!isReady} onClick={onStart}>
        {text(deactivate ? 'startAndDeactivate' : 'start')}
      </button>
    </>
  )
}
