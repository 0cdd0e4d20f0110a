import { useState, type FormEvent } from 'react'
import type { View } from '@jieli/core'
import { useSaveConfig } from '../../data/config.ts'
import { useCan } from '../../data/session.ts'
import { contentOf, useChangeView, useCreateView } from '../../data/views.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'

interface SaveViewDialogProps {
  view: View
  /** True: a new view; false: another name for this one. */
  isNew: boolean
  onClose(): void
  onSaved(id: string): void
}

/** A name for the view; who configures may give it to everybody. */
export function SaveViewDialog({ view, isNew, onClose, onSaved }: SaveViewDialogProps) {
  const text = useText(listMessages)
  const shell = useText(shellMessages)
  const can = useCan()
  const [name, setName] = useState(isNew ? '' : view.label['zh-CN'])
  const [isForAll, setForAll] = useState(false)
  const create = useCreateView()
  const change = useChangeView()
  const share = useSaveConfig('view')
  const isBusy = create.isPending || change.isPending || share.isPending
  const saved = (id: string): void => {
    showToast({ tone: 'ok', text: text('viewSaved', { name: name.trim() }) })
    onSaved(id)
    onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const named = { ...view, label: { 'zh-CN': name.trim() } }
    const told = { onError: showFailure }
    if (isNew && isForAll) {
      const item = { ...named, id: crypto.randomUUID(), ownerId: null }
      share.mutate({ id: item.id, item }, { ...told, onSuccess: () => saved(item.id) })
    } else if (isNew) create.mutate(contentOf(named), { ...told, onSuccess: (answer) => saved(answer.view.id) })
    else if (view.ownerId === null) share.mutate({ id: view.id, item: named }, { ...told, onSuccess: () => saved(view.id) })
    else change.mutate({ id: view.id, content: contentOf(named) }, { ...told, onSuccess: () => saved(view.id) })
  }
  return (
    <Dialog title={text(isNew ? 'saveAs' : 'renameTitle')} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor="view-name">{text('viewName')}</label>
          <input
            id="view-name"
            className="inp"
            autoFocus
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {isNew && can('configure') && (
          <div className="seg" role="radiogroup" aria-label={text('views')}>
            {[false, true].map((one) => (
              <button
                key={String(one)}
                type="button"
                role="radio"
                aria-checked={isForAll === one}
                onClick={() => setForAll(one)}
              >
                {text(one ? 'forAll' : 'onlyMe')}
              </button>
            ))}
          </div>
        )}
        <footer>
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={!name.trim() || isBusy}>
            {shell('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
