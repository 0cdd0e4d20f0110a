import { ScanEye } from 'lucide-react'
import { startViewAs } from '../data/rights.ts'
import { useMe } from '../data/session.ts'
import { accessMessages } from '../i18n/messages/access-messages.ts'
import { useText } from '../i18n/use-text.ts'
import { showFailure } from './toast/toast-store.ts'

/** The product with this person's real records, as they see them. */
export function ViewAsButton({ userId }: { userId: string }) {
  const text = useText(accessMessages)
  const { user } = useMe()
  if (user.id === userId) return null
  return (
    <p className="row g8 wrap">
      <button type="button" className="btn" onClick={() => void startViewAs(userId).catch(showFailure)}>
        <ScanEye size={14} aria-hidden="true" />
        {text('viewAs')}
      </button>
      <span className="t3 f12">{text('viewAsNote')}</span>
    </p>
  )
}
