import { useState } from 'react'
import { CAMPUS_BOARD, usualCards, type BoardCard, type Label } from '@jieli/core'
import { useChangeBoard, useDeleteBoard, type ShownBoard } from '../../../data/boards.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { showFailure, showToast } from '../../../parts/toast/toast-store.ts'

export interface BoardDraft {
  cards: BoardCard[]
  roles: string[]
  label?: Label
}

const draftOf = ({ cards, roles, label }: ShownBoard): BoardDraft => ({ cards, roles, ...(label ? { label } : {}) })

interface BoardDraftTools {
  /** Null: the board is only looked at. */
  draft: BoardDraft | null
  isChanged: boolean
  isBusy: boolean
  begin(): void
  change(more: Partial<BoardDraft>): void
  /** Forgets what was changed. */
  cancel(): void
  save(): void
  remove(onGone: () => void): void
}

/** A board's cards while somebody edits them: nobody else sees any of it before it is saved. */
export const useBoardDraft = (board: ShownBoard | undefined): BoardDraftTools => {
  const text = useText(boardEditorMessages)
  const [draft, setDraft] = useState<BoardDraft | null>(null)
  const change = useChangeBoard()
  const drop = useDeleteBoard()
  const save = (): void => {
    if (!board || !draft) return
    const isUsual = board.id === CAMPUS_BOARD && JSON.stringify(draft.cards) === JSON.stringify(usualCards)
    change.mutate(
      { id: board.id, content: { ...draft, cards: isUsual ? null : draft.cards } },
      {
        onError: showFailure,
        onSuccess: () => {
          setDraft(null)
          showToast({ tone: 'ok', text: text('saved') })
        },
      },
    )
  }
  return {
    draft,
    isChanged: draft !== null && board !== undefined && JSON.stringify(draft) !== JSON.stringify(draftOf(board)),
    isBusy: change.isPending || drop.isPending,
    begin: () => board && setDraft(draftOf(board)),
    change: (more) => setDraft((known) => known && { ...known, ...more }),
    cancel: () => setDraft(null),
    save,
    remove: (onGone) =>
      board &&
      drop.mutate(board.id, {
        onError: showFailure,
        onSuccess: () => {
          setDraft(null)
          onGone()
        },
      }),
  }
}
