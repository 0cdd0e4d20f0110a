import { handoverMessages } from '../../../i18n/messages/handover-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'

interface LeaveDialogProps {
  name: string
  /** Open records in hand. */
  open: number
  onHandOver(): void
  onLeaveNow(): void
  onClose(): void
}

/** Before somebody with open work is deactivated: hand over first is offered, at once stays possible. */
export function LeaveDialog({ name, open, onHandOver, onLeaveNow, onClose }: LeaveDialogProps) {
  const text = useText(handoverMessages)
  return (
    <Dialog title={text('leaveTitle', { name })} onClose={onClose}>
      <p>{text('leaveText', { name, n: open })}</p>
      <div className="row g8 wrap handover-leave-actions">
        <button type="button" className="btn danger" onClick={onLeaveNow}>
          {text('leaveNow')}
        </button>
        <span className="sp" />
        <button type="button" className="btn pri" onClick={onHandOver}>
          {text('leaveHandOver')}
        </button>
      </div>
    </Dialog>
  )
}
