import { ApiError } from '../../data/api-error.ts'
import {
  useCreateUser,
  useDeactivateUser,
  useResetPassword,
  useUpdateUser,
  type UserAccount,
  type UserDraft,
} from '../../data/users.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { usersMessages } from '../../i18n/messages/users-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

interface Surroundings {
  onPassword(name: string, password: string): void
  onHandOver(userId: string): void
  onClose(): void
}

/** Complaints about a field stand at that field; only what belongs to none is told apart. */
const tellUnlessAtField = (error: Error): void => {
  if (!(error instanceof ApiError && error.issues.length > 0)) showFailure(error)
}

/** What can be done with one colleague's account, and what is told afterwards. */
export const useAccountChanges = (user: UserAccount | null, { onPassword, onHandOver, onClose }: Surroundings) => {
  const text = useText(usersMessages)
  const admin = useText(adminMessages)
  const create = useCreateUser()
  const update = useUpdateUser()
  const deactivate = useDeactivateUser()
  const reset = useResetPassword()
  const issues = [create.error, update.error].flatMap((error) => (error instanceof ApiError ? error.issues : []))
  const told = (key: 'saved' | 'reactivated', name: string): void => {
    showToast({ tone: 'ok', text: text(key, { name }) })
    onClose()
  }
  /** Whether somebody may sign in is not saved along with the rest: leaving and coming back have their own ways. */
  const save = ({ active: _active, ...draft }: Required<UserDraft>): void => {
    if (user)
      return update.mutate({ id: user.id, draft }, { onSuccess: () => told('saved', draft.name), onError: tellUnlessAtField })
    create.mutate(draft, {
      onError: tellUnlessAtField,
      onSuccess: ({ oneTimePassword }) => {
        onClose()
        if (oneTimePassword) onPassword(draft.name, oneTimePassword)
      },
    })
  }
  const leave = ({ id, name }: UserAccount): void =>
    deactivate.mutate(id, {
      onError: showFailure,
      onSuccess: ({ openLeads: n }) => {
        // Who left leads behind should see to them; there a way back would only be in the way.
        const action =
          n > 0
            ? { label: text('handOver'), run: () => onHandOver(id) }
            : { label: admin('undo'), run: () => update.mutate({ id, draft: { active: true } }) }
        showToast({ tone: 'ok', text: text('deactivated', { name, n }), action })
        onClose()
      },
    })
  const comeBack = ({ id, name }: UserAccount): void =>
    update.mutate({ id, draft: { active: true } }, { onError: showFailure, onSuccess: () => told('reactivated', name) })
  const renewPassword = ({ id, name }: UserAccount): void =>
    reset.mutate(id, {
      onError: showFailure,
      onSuccess: ({ oneTimePassword }) => oneTimePassword && onPassword(name, oneTimePassword),
    })
  return {
    save,
    leave,
    comeBack,
    renewPassword,
    issueOf: (path: string): string | undefined => issues.find((issue) => issue.path === path)?.message,
    isSaving: create.isPending || update.isPending,
    isLeaving: deactivate.isPending,
    isRenewing: reset.isPending,
  }
}
