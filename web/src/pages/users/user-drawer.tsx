import { useState } from 'react'
import { ArrowRightLeft, KeyRound, UserRoundMinus } from 'lucide-react'
import { ApiError } from '../../data/api-error.ts'
import { useCreateUser, useDeactivateUser, useResetPassword, useUpdateUser, type UserAccount } from '../../data/users.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { handoverMessages } from '../../i18n/messages/handover-messages.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ViewAsButton } from '../../parts/view-as-button.tsx'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { LeaveDialog } from './handover/leave-dialog.tsx'
import { IntakeFields } from './intake-fields.tsx'
import { draftOf, type UserFieldsProps } from './user-fields.ts'
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
  const admin = useText(adminMessages)
  const handover = useText(handoverMessages)
  const [isAsking, setAsking] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(user))
  const create = useCreateUser()
  const update = useUpdateUser()
  const deactivate = useDeactivateUser()
  const reset = useResetPassword()
  const issues = [create.error, update.error].flatMap((error) => (error instanceof ApiError ? error.issues : []))
  const issueOf = (path: string): string | undefined => issues.find((issue) => issue.path === path)?.message
  const failed = (error: Error): void => {
    if (!(error instanceof ApiError && error.issues.length > 0)) showFailure(error)
  }
  const isReady = draft.name.trim() !== '' && draft.login.trim().length >= 2
  const saved = (): void => {
    showToast({ tone: 'ok', text: text('saved', { name: draft.name }) })
    onClose()
  }
  const { active: _active, ...fresh } = draft
  const save = (): void => {
    if (user) return update.mutate({ id: user.id, draft: fresh }, { onSuccess: saved, onError: failed })
    create.mutate(fresh, {
      onError: failed,
      onSuccess: ({ oneTimePassword }) => {
        onClose()
        if (oneTimePassword) onPassword(draft.name, oneTimePassword)
      },
    })
  }
  const leave = (): void => {
    if (!user) return
    deactivate.mutate(user.id, {
      onError: showFailure,
      onSuccess: ({ openLeads }) => {
        showToast({
          tone: 'ok',
          text: text('deactivated', { name: user.name, n: openLeads }),
          action:
            openLeads > 0
              ? { label: text('handOver'), run: () => onHandOver(user.id) }
              : { label: admin('undo'), run: () => update.mutate({ id: user.id, draft: { active: true } }) },
        })
        onClose()
      },
    })
  }
  const comeBack = (): void => {
    if (user)
      update.mutate(
        { id: user.id, draft: { active: true } },
        {
          onError: showFailure,
          onSuccess: () => {
            showToast({ tone: 'ok', text: text('reactivated', { name: user.name }) })
            onClose()
          },
        },
      )
  }
  const renew = (): void => {
    if (user)
      reset.mutate(user.id, {
        onError: showFailure,
        onSuccess: ({ oneTimePassword }) => oneTimePassword && onPassword(user.name, oneTimePassword),
      })
  }
  const fields: UserFieldsProps = { draft, issueOf, onChange: (more) => setDraft({ ...draft, ...more }) }
  return (
    <Drawer
      title={user ? user.name : text('add')}
      onClose={onClose}
      footer={
        <>
          {user && (
            <button
              type="button"
              className={`btn${user.active ? ' danger' : ''}`}
              disabled={deactivate.isPending}
              onClick={!user.active ? comeBack : user.load.holding > 0 ? () => setAsking(true) : leave}
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
          <button type="button" className="btn pri" disabled={!isReady || create.isPending || update.isPending} onClick={save}>
            {user ? admin('save') : text('create')}
          </button>
        </>
      }
    >
      {user && isAsking && (
        <LeaveDialog
          name={user.name}
          open={user.load.holding}
          onHandOver={() => onHandOver(user.id)}
          onLeaveNow={leave}
          onClose={() => setAsking(false)}
        />
      )}
      <WhoFields {...fields} />
      <IntakeFields {...fields} />
      {user?.active && (
        <DrawerPart title={text('account')} note={text('resetNote')}>
          <ViewAsButton userId={user.id} />
          <button type="button" className="btn user-reset" disabled={reset.isPending} onClick={renew}>
            <KeyRound size={14} aria-hidden="true" />
            {text('reset')}
          </button>
        </DrawerPart>
      )}
    </Drawer>
  )
}
