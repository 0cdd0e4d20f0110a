import { ArrowRightLeft, UserRoundMinus } from 'lucide-react'
import type { UserAccount } from '../../data/users.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { handoverMessages } from '../../i18n/messages/handover-messages.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import type { useAccountChanges } from './use-account-changes.ts'

interface FootProps {
  user: UserAccount | null
  account: ReturnType<typeof useAccountChanges>
  isReady: boolean
  onSave(): void
  /** Asks first what becomes of the records that the colleague holds. */
  onAskLeave(): void
  onHandOver(userId: string): void
}

/** What is done with an account: let go or taken back, its records given away, the draft saved. */
export function UserDrawerFoot({ user, account, isReady, onSave, onAskLeave, onHandOver }: FootProps) {
  const text = useText(usersMessages)
  const admin = useText(adminMessages)
  const handover = useText(handoverMessages)
  const leaveOrReturn = (one: UserAccount): void => {
    if (!one.active) account.comeBack(one)
    else if (one.load.holding > 0) onAskLeave()
    else account.leave(one)
  }
  return (
    <>
      {user && (
        <button
          type="button"
          className={`btn${user.active ? ' danger' : ''}`}
          disabled={account.isLeaving}
          onClick={() => leaveOrReturn(user)}
        >
          <UserRoundMinus size={14} aria-hidden="true" />
          {text(user.active ? 'deactivate' : 'activate')}
        </button>
      )}
      {user && (
        <button type="button" className="btn" onClick={() => onHandOver(user.id)}>
          <ArrowRightLeft size={14} aria-hidden="true" />
          {handover('open')}
        </button>
      )}
      <span className="sp" />
      <button type="button" className="btn pri" disabled={!isReady || account.isSaving} onClick={onSave}>
        {user ? admin('save') : text('create')}
      </button>
    </>
  )
}
