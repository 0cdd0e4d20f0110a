import type { Form } from '@jieli/core'
import { useDeleteConfig, useSaveConfig, type ConfigEntry } from '../../data/config.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** What can be done with one form that is stored: kept anew, and deleted with a way back. */
export const useFormChanges = (entry: ConfigEntry<'form'>, onDropped: () => void) => {
  const text = useText(formsMessages)
  const admin = useText(adminMessages)
  const label = useLabel()
  const save = useSaveConfig('form')
  const remove = useDeleteConfig('form')
  const store = (item: Form, said: string): void =>
    save.mutate(
      { id: item.id, rev: entry.rev, item },
      { onSuccess: () => showToast({ tone: 'ok', text: said }), onError: showFailure },
    )
  const drop = (): void =>
    remove.mutate(entry.item.id, {
      onError: showFailure,
      onSuccess: () => {
        onDropped()
        showToast({
          tone: 'ok',
          text: text('deleted', { name: label(entry.item.title) }),
          action: {
            label: admin('undo'),
            run: () => save.mutate({ id: entry.item.id, item: entry.item }, { onError: showFailure }),
          },
        })
      },
    })
  return { store, drop, isSaving: save.isPending, isDropping: remove.isPending }
}
