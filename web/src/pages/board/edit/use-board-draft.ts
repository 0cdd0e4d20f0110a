import { useState } from 'react'
import { CAMPUS_BOARD, usualCards } from '@jieli/core'
import { ApiError } from '../../../data/api-error.ts'
import { useBoardAsItIs, useChangeBoard, useDeleteBoard, type ShownBoard } from '../../../data/boards.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { showFailure, showToast } from '../../../parts/toast/toast-store.ts'
import { draftOf, isSameDraft, type BoardDraft } from './board-changes.ts'

/** Somebody else saved the board while it was edited. */
export interface BoardConflict {
  /** As it was when editing began. */
  began: ShownBoard
  theirs: ShownBoard
  /** Who it was, where it is known. */
  by: string | undefined
  /** Goes on editing with theirs. */
  takeTheirs(): void
  /** Saves one's own over theirs. */
  overwrite(): void
  /** Goes on editing one's own; saving will ask again. */
  close(): void
}

interface BoardDraftTools {
  /** Null: the board is only looked at. */
  draft: BoardDraft | null
  /** Of the version that is edited: another one, when somebody else's was taken. */
  rev: number
  conflict: BoardConflict | null
  isChanged: boolean
  isBusy: boolean
  begin(): void
  change(more: Partial<BoardDraft>): void
  /** Forgets what was changed. */
  cancel(): void
  save(): void
  remove(onGone: () => void): void
}

/** The cockpit as everybody knows it is not kept: it gets what the product adds to it one day. */
const contentOf = ({ id }: ShownBoard, draft: BoardDraft) =>
  id === CAMPUS_BOARD && JSON.stringify(draft.cards) === JSON.stringify(usualCards) ? { ...draft, cards: null } : draft

interface Edit {
  began: ShownBoard
  draft: BoardDraft
}

/** A board's cards while somebody edits them: nobody else sees any of it before it is saved. */
export const useBoardDraft = (board: ShownBoard | undefined): BoardDraftTools => {
  const text = useText(boardEditorMessages)
  const [edit, setEdit] = useState<Edit | null>(null)
  const [late, setLate] = useState<{ theirs: ShownBoard; by: string | undefined } | null>(null)
  const change = useChangeBoard()
  const drop = useDeleteBoard()
  const readNow = useBoardAsItIs()
  const begin = (from: ShownBoard): void => setEdit({ began: from, draft: draftOf(from) })
  const end = (): void => setEdit(null)
  const save = ({ began, draft }: Edit, rev: number): void => {
    setLate(null)
    change.mutate(
      { id: began.id, rev, content: contentOf(began, draft) },
      {
        onError: (error) => void settle({ began, draft }, error).catch(showFailure),
        onSuccess: () => {
          end()
          showToast({ tone: 'ok', text: text('saved') })
        },
      },
    )
  }
  /** Of what is not edited here, the thresholds, somebody else's word stands, and there is nothing to choose. */
  const settle = async (mine: Edit, error: unknown): Promise<void> => {
    if (!(error instanceof ApiError) || error.code !== 'config-conflict') throw error
    const theirs = await readNow(mine.began.id)
    if (!theirs) throw error
    if (isSameDraft(draftOf(theirs), draftOf(mine.began))) return save({ ...mine, began: theirs }, theirs.rev)
    setLate({ theirs, by: (error.body as { details?: { by?: string } }).details?.by })
  }
  return {
    draft: edit?.draft ?? null,
    rev: edit?.began.rev ?? 0,
    conflict: edit &&
      late && {
        began: edit.began,
        ...late,
        takeTheirs: () => {
          begin(late.theirs)
          setLate(null)
        },
        overwrite: () => save(edit, late.theirs.rev),
        close: () => setLate(null),
      },
    isChanged: edit !== null && !isSameDraft(edit.draft, draftOf(edit.began)),
    isBusy: change.isPending || drop.isPending,
    begin: () => board && begin(board),
    change: (more) => setEdit((known) => known && { ...known, draft: { ...known.draft, ...more } }),
    cancel: end,
    save: () => edit && save(edit, edit.began.rev),
    remove: (onGone) =>
      board &&
      drop.mutate(board.id, {
        onError: showFailure,
        onSuccess: () => {
          end()
          onGone()
        },
      }),
  }
}
