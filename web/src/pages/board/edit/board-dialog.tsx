import { useId, useState, type FormEvent } from 'react'
import type { Label } from '@jieli/core'
import { useMeta } from '../../../data/meta.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { shellMessages } from '../../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { ManyPicker } from '../../../parts/admin-page/many-picker.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'

export interface AboutBoard {
  label: Label
  isOwn: boolean
  roles: string[]
}

interface BoardDialogProps {
  /** Undefined: a new board. */
  about: AboutBoard | undefined
  mayShare: boolean
  isBusy: boolean
  onClose(): void
  onDone(about: AboutBoard): void
}

/** The name of a board and who sees it: only me, everybody who sees boards, or some roles. */
export function BoardDialog({ about, mayShare, isBusy, onClose, onDone }: BoardDialogProps) {
  const text = useText(boardEditorMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const { roles = [] } = useMeta()
  const id = useId()
  const [draft, setDraft] = useState<AboutBoard>(about ?? { label: { 'zh-CN': '' }, isOwn: !mayShare, roles: [] })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (draft.label['zh-CN'].trim() !== '') onDone(draft)
  }
  return (
    <Dialog title={text(about ? 'aboutBoard' : 'newBoard')} onClose={onClose}>
      <form onSubmit={submit} className="board-about">
        <div className="field">
          <label htmlFor={id}>{text('boardName')}</label>
          <input
            id={id}
            className="inp"
            maxLength={30}
            placeholder={text('boardExample')}
            value={draft.label['zh-CN']}
            onChange={({ target }) => setDraft({ ...draft, label: { ...draft.label, 'zh-CN': target.value } })}
          />
        </div>
        {!about && mayShare && (
          <div className="seg" role="radiogroup" aria-label={text('whoSees')}>
            {[false, true].map((isOwn) => (
              <button
                key={String(isOwn)}
                type="button"
                role="radio"
                aria-checked={draft.isOwn === isOwn}
                onClick={() => setDraft({ ...draft, isOwn })}
              >
                {text(isOwn ? 'onlyMe' : 'shared')}
              </button>
            ))}
          </div>
        )}
        {!draft.isOwn && mayShare && (
          <div className="field">
            <span className="label">{text('whoSees')}</span>
            <ManyPicker
              label={text('whoSees')}
              placeholder={text('everybody')}
              choices={roles.map((role) => ({ id: role.id, title: label(role.label) }))}
              value={draft.roles}
              onChange={(chosen) => setDraft({ ...draft, roles: chosen })}
            />
          </div>
        )}
        <footer>
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={isBusy || draft.label['zh-CN'].trim() === ''}>
            {text(about ? 'done' : 'create')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
