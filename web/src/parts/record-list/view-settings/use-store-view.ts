import type { View } from '@jieli/core'
import { useSaveConfig } from '../../../data/config.ts'
import { contentOf, useChangeView, useCreateView } from '../../../data/views.ts'
import { recordViewsMessages } from '../../../i18n/messages/record-views-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { showFailure, showToast } from '../../toast/toast-store.ts'

interface StoreViewProps {
  isNew: boolean
  onSaved(id: string): void
  onClose(): void
}

/** Keeps a view as it was set up. One's own views go one way, those for everybody another. */
export const useStoreView = ({ isNew, onSaved, onClose }: StoreViewProps) => {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const create = useCreateView()
  const change = useChangeView()
  const share = useSaveConfig('view')
  const save = (draft: View): void => {
    const told = {
      onError: showFailure,
      onSuccess: (answer: unknown) => {
        showToast({ tone: 'ok', text: text('saved', { name: label(draft.label) }) })
        onSaved((answer as { view?: View }).view?.id ?? draft.id)
        onClose()
      },
    }
    if (draft.ownerId === null) share.mutate({ id: draft.id, item: draft }, told)
    else if (isNew) create.mutate(contentOf(draft), told)
    else change.mutate({ id: draft.id, content: contentOf(draft) }, told)
  }
  return { save, isBusy: create.isPending || change.isPending || share.isPending }
}
