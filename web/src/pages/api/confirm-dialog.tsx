import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'

/** What cannot be undone is asked first, with what it means. */
export function ConfirmDialog({
  title,
  text,
  action,
  onConfirm,
  onClose,
}: {
  title: string
  text: string
  action: string
  onConfirm(): void
  onClose(): void
}) {
  const shell = useText(shellMessages)
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <p className="hint">{text}</p>
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button
            type="button"
            className="btn danger"
            onClick={() => {
              onConfirm()
              onClose()
            }}
          >
            {action}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}
