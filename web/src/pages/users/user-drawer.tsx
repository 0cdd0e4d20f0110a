import { useState } from 'react'
import { KeyRound } from 'lucide-react'
import type { UserAccount } from '../../data/users.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ViewAsButton } from '../../parts/view-as-button.tsx'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { LeaveDialog } from './handover/leave-dialog.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { useAccountChanges } from './use-account-changes.ts'
import { UserDrawerFoot } from './user-drawer-foot.tsx'
import { draftOf, isReady, type UserFieldsProps } from './user-fields.ts'
import { WhoFields } from './who-fields.tsx'

interface UserDrawerProps {
  /** Null: somebody new. */
  user: UserAccount | null
  onPassword(name: string, password: string): void
  /** Opens the page that gives away what this colleague holds. */
  onHandOver(userId: string): void
  onClose(): void
}

/** One colleague: who, what roles, how many leads; new ones get a password that is shown once. */
export function UserDrawer({ user, onPassword, onHandOver, onClose }: UserDrawerProps) {
  const text = useText(usersMessages)
  const [isAsking, setAsking] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(user))
  const account = useAccountChanges(user, { onPassword, onHandOver, onClose })
  const fields: UserFieldsProps = {
    draft,
    issueOf: account.issueOf,
    onChange: (more) => setDraft({ ...draft, ...more }),
  }
  return (
    <Drawer
      title={user ? user.name : text('add')}
      onClose={onClose}
      footer={
        <UserDrawerFoot
          user={user}
          account={account}
          isReady={isReady(draft)}
          onSave={() => account.save(draft)}
          onAskLeave={() => setAsking(true)}
          onHandOver={onHandOver}
        />
      }
    >
      {user && isAsking && (
        <LeaveDialog
          name={user.name}
          open={user.load.holding}
          onHandOver={() => onHandOver(user.id)}
          onLeaveNow={() => account.leave(user)}
          onClose={() => setAsking(false)}
        />
      )}
      <WhoFields {...fields} />
      <IntakeFields {...fields} />
      {user?.active && (
        <DrawerPart title={text('account')} note={text('resetNote')}>
          <ViewAsButton userId={user.id} />
          <button
            type="button"
            className="btn user-reset"
            disabled={account.isRenewing}
            onClick={() => account.renewPassword(user)}
          >
            <KeyRound size={14} aria-hidden="true" />
            {text('reset')}
          </button>
        </DrawerPart>
      )}
    </Drawer>
  )
}
