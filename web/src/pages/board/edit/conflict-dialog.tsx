import type { BoardCard } from '@jieli/core'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { useBoardName } from '../use-board-name.ts'
import { changesBetween, draftOf } from './board-changes.ts'
import type { BoardConflict } from './use-board-draft.ts'

/** Somebody was faster: what they made of the board, and the choice between theirs and one's own. */
export function ConflictDialog({ conflict, isBusy }: { conflict: BoardConflict; isBusy: boolean }) {
  const text = useText(boardEditorMessages)
  const label = useLabel()
  const nameOf = useBoardName()
  const { began, theirs, by } = conflict
  const titlesOf = (cards: readonly BoardCard[]): string =>
    cards.map((card) => `「${card.kind === 'part' ? text(`part-${card.part}`) : label(card.title)}」`).join('')
  const { added, removed, changed, isReordered, isAbout } = changesBetween(draftOf(began), draftOf(theirs))
  const lines = [
    ...(isAbout ? [text('theyAbout')] : []),
    ...(added.length > 0 ? [text('theyAdded', { cards: titlesOf(added) })] : []),
    ...(removed.length > 0 ? [text('theyRemoved', { cards: titlesOf(removed) })] : []),
    ...(changed.length > 0 ? [text('theyChanged', { cards: titlesOf(changed) })] : []),
    ...(isReordered ? [text('theyMoved')] : []),
  ]
  return (
    <Dialog title={text('conflictTitle', { board: nameOf(began), by: by ?? text('somebody') })} onClose={conflict.close}>
      <div className="stack">
        <p className="t2">{text('conflictText')}</p>
        <ul className="board-conflict">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="t3 f13">{text('conflictHint')}</p>
        <footer>
          <button type="button" className="btn ghost" onClick={conflict.close}>
            {text('keepEditing')}
          </button>
          <button type="button" className="btn" disabled={isBusy} onClick={conflict.overwrite}>
            {text('overwrite')}
          </button>
          <button type="button" className="btn pri" onClick={conflict.takeTheirs}>
            {text('takeTheirs')}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}
