import { useUnsubscribe } from '../../data/board-subscriptions.ts'
import { subscriptionMessages } from '../../i18n/messages/subscription-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** Where the link in a digest leads. Opening it stops nothing: programs open links too, people press a button. */
export function UnsubscribeDialog({ boardId, name, onClose }: { boardId: string; name: string; onClose(): void }) {
  const text = useText(subscriptionMessages)
  const shell = useText(shellMessages)
  const stop = useUnsubscribe()
  const confirm = (): void =>
    stop.mutate(boardId, {
      onError: showFailure,
      onSuccess: () => {
        showToast({ tone: 'ok', text: text('stopped') })
        onClose()
      },
    })
  return (
    <Dialog title={text('stop')} onClose={onClose}>
      <div className="board-about">
        <p className="t2">{text('stopAsk', { name })}</p>
        <footer>
          <span className="sp" />
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="button" className="btn pri" disabled={stop.isPending} onClick={confirm}>
            {text('stop')}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}
