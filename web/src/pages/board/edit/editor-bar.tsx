import { useState } from 'react'
import { PencilLine, RotateCcw, Trash2 } from 'lucide-react'
import { CAMPUS_BOARD, MOST_CARDS, usualCards, type QueryCard } from '@jieli/core'
import type { ShownBoard } from '../../../data/boards.ts'
import { useMeta } from '../../../data/meta.ts'
import { useCan } from '../../../data/session.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { shellMessages } from '../../../i18n/messages/shell-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useBoardName } from '../use-board-name.ts'
import { AddCardMenu } from './add-card-menu.tsx'
import { addPart, blankCard } from './board-draft.ts'
import { BoardDialog } from './board-dialog.tsx'
import type { BoardDraft } from './board-changes.ts'
import type { useBoardDraft } from './use-board-draft.ts'

interface EditorBarProps {
  board: ShownBoard
  editing: ReturnType<typeof useBoardDraft>
  draft: BoardDraft
  onOpen(card: QueryCard): void
  onGone(): void
}

/** While a board is edited: add, rename, put back, and in the end save or forget it all. */
export function EditorBar({ board, editing, draft, onOpen, onGone }: EditorBarProps) {
  const text = useText(boardEditorMessages)
  const shell = useText(shellMessages)
  const can = useCan()
  const nameOf = useBoardName()
  const { objects } = useMeta()
  const [isNaming, setNaming] = useState(false)
  const isCockpit = board.id === CAMPUS_BOARD
  const firstObject = objects.find(({ name }) => name === 'lead') ?? objects[0]
  return (
    <div className="board-bar">
      {draft.cards.length < MOST_CARDS && firstObject && (
        <AddCardMenu
          cards={draft.cards}
          onNew={() => onOpen(blankCard(draft.cards, firstObject.name))}
          onPart={(part) => editing.change({ cards: addPart(draft.cards, part) })}
        />
      )}
      <button type="button" className="btn ghost" onClick={() => setNaming(true)}>
        <PencilLine size={14} aria-hidden="true" />
        {text('aboutBoard')}
      </button>
      {isCockpit ? (
        <button type="button" className="btn ghost" onClick={() => editing.change({ cards: [...usualCards] })}>
          <RotateCcw size={14} aria-hidden="true" />
          {text('usual')}
        </button>
      ) : (
        <button type="button" className="btn ghost err" disabled={editing.isBusy} onClick={() => editing.remove(onGone)}>
          <Trash2 size={14} aria-hidden="true" />
          {text('deleteBoard')}
        </button>
      )}
      <span className="sp" />
      <button type="button" className="btn ghost" onClick={editing.cancel}>
        {shell('cancel')}
      </button>
      <button type="button" className="btn pri" disabled={!editing.isChanged || editing.isBusy} onClick={editing.save}>
        {shell('save')}
      </button>
      {isNaming && (
        <BoardDialog
          about={{ label: draft.label ?? { 'zh-CN': nameOf(draft) }, isOwn: board.isOwn, roles: draft.roles }}
          mayShare={!board.isOwn && (can('edit-boards') || can('configure'))}
          isBusy={false}
          onClose={() => setNaming(false)}
          onDone={({ label, roles }) => {
            editing.change({ label, roles })
            setNaming(false)
          }}
        />
      )}
    </div>
  )
}
