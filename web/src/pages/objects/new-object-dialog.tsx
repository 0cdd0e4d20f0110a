import { useId, useState } from 'react'
import { useAddObject } from '../../data/field-life.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** A kind of record of one's own: a name is enough to begin with. */
export function NewObjectDialog({ onClose }: { onClose(made: string | null): void }) {
  const text = useText(fieldLifeMessages)
  const id = useId()
  const [name, setName] = useState('')
  const add = useAddObject()
  const create = (): void =>
    add.mutate(
      { 'zh-CN': name.trim() },
      {
        onError: showFailure,
        onSuccess: ({ object }) => {
          showToast({ tone: 'ok', text: text('created', { name: name.trim() }) })
          onClose(object.name)
        },
      },
    )
  return (
    <Dialog title={text('newObject')} onClose={() => onClose(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') create()
        }}
      >
        <div className="field">
          <label htmlFor={id}>{text('objectName')}</label>
          <input
            id={id}
            className="inp"
            autoFocus
            maxLength={60}
            placeholder={text('newObjectHint')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <footer>
          <button type="button" className="btn" onClick={() => onClose(null)}>
            {text('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={name.trim() === '' || add.isPending}>
            {text('create')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
