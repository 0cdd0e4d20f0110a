import { ScanEye } from 'lucide-react'
import { endViewAs } from '../../data/rights.ts'
import { useMe } from '../../data/session.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure } from '../toast/toast-store.ts'

/** Stays over every page for as long as somebody looks at another person's product. */
export function ViewAsBanner() {
  const text = useText(accessMessages)
  const { viewedBy, user } = useMe()
  if (!viewedBy) return null
  return (
    <div className="view-as" role="status">
      <ScanEye size={16} aria-hidden="true" />
      <span>{text('viewingAs', { name: user.name })}</span>
      <button type="button" className="btn sm" onClick={() => void endViewAs().catch(showFailure)}>
        {text('endViewing')}
      </button>
    </div>
  )
}
