import { useState } from 'react'
import { CAMPUS_BOARD, usualCards, type QueryCard } from '@jieli/core'
import { useCampusBoard } from '../../data/board.ts'
import { useBoardCards, useBoards, type ShownBoard } from '../../data/boards.ts'
import { subscriptionMessages } from '../../i18n/messages/subscription-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { BoardGrid } from './board-grid.tsx'
import { BoardHead } from './board-head.tsx'
import { BoardSwitch } from './board-switch.tsx'
import { BoardEditor } from './edit/board-editor.tsx'
import type { BoardDraft } from './edit/board-changes.ts'
import { ConflictDialog } from './edit/conflict-dialog.tsx'
import { EditorBar } from './edit/editor-bar.tsx'
import { useBoardDraft } from './edit/use-board-draft.ts'
import { NewBoard } from './new-board.tsx'
import { UnsubscribeDialog } from './unsubscribe-dialog.tsx'
import { useBoardAddress } from './use-board-address.ts'
import { useBoardName } from './use-board-name.ts'
import './board.css'

/** Asked only for what is on the board: the cockpit's parts in one request, own cards in another. */
const useBoardFigures = (board: ShownBoard, cards: ShownBoard['cards']) => {
  const { choice } = useBoardAddress()
  const cockpit = useCampusBoard(choice, { isWanted: cards.some(({ kind }) => kind === 'part') })
  const own = useBoardCards(
    board.id,
    choice,
    board.cards.some(({ kind }) => kind === 'query'),
  )
  return { choice, cockpit, own, range: cockpit.data?.range ?? own.data?.range }
}

interface EditedBoardProps {
  board: ShownBoard
  editing: ReturnType<typeof useBoardDraft>
  draft: BoardDraft
  figures: ReturnType<typeof useBoardFigures>
}

/** A board while it is arranged. */
function EditedBoard({ board, editing, draft, figures: { choice, cockpit } }: EditedBoardProps) {
  const nameOf = useBoardName()
  const { set } = useBoardAddress()
  const [open, setOpen] = useState<QueryCard | null>(null)
  return (
    <>
      <TopBar title={nameOf(draft)} />
      <EditorBar board={board} editing={editing} draft={draft} onOpen={setOpen} onGone={() => set({ board: CAMPUS_BOARD })} />
      <BoardEditor
        key={editing.rev}
        cards={draft.cards}
        choice={choice}
        board={cockpit.data}
        open={open}
        onOpen={setOpen}
        onChange={(cards) => editing.change({ cards })}
      />
      {editing.conflict && <ConflictDialog conflict={editing.conflict} isBusy={editing.isBusy} />}
    </>
  )
}

function OpenBoard({ board, boards }: { board: ShownBoard; boards: ShownBoard[] }) {
  const { set } = useBoardAddress()
  const editing = useBoardDraft(board)
  const [isNaming, setNaming] = useState(false)
  const figures = useBoardFigures(board, editing.draft?.cards ?? board.cards)
  if (editing.draft) return <EditedBoard board={board} editing={editing} draft={editing.draft} figures={figures} />
  const { choice, cockpit, own, range } = figures
  const error = cockpit.error ?? own.error
  const boardSwitch = (
    <BoardSwitch boards={boards} board={board} onChoose={(id) => set({ board: id })} onNew={() => setNaming(true)} />
  )
  return (
    <>
      <BoardHead board={board} choice={choice} range={range} boardSwitch={boardSwitch} onEdit={editing.begin} />
      {error && !cockpit.data && !own.data ? (
        <LoadFailure error={error} onRetry={() => void Promise.all([cockpit.refetch(), own.refetch()])} />
      ) : (
        <BoardGrid board={board} choice={choice} cockpit={cockpit.data} found={own.data} onEdit={editing.begin} />
      )}
      {isNaming && (
        <NewBoard
          onClose={() => setNaming(false)}
          onMade={(id) => {
            setNaming(false)
            set({ board: id })
          }}
        />
      )}
    </>
  )
}

/** The question that the link of a digest asks; also of a board that is gone or closed to this reader by now. */
function AskedToStop({ boards }: { boards: ShownBoard[] }) {
  const text = useText(subscriptionMessages)
  const nameOf = useBoardName()
  const { unsubscribe, set } = useBoardAddress()
  if (unsubscribe === undefined) return null
  const board = boards.find(({ id }) => id === unsubscribe)
  const name = board ? nameOf(board) : text('thisBoard')
  return <UnsubscribeDialog boardId={unsubscribe} name={name} onClose={() => set({ unsubscribe: undefined })} />
}

/** Until the list of boards is there the cockpit is assumed, so that its figures come without waiting for it. */
const assumed: ShownBoard = {
  id: CAMPUS_BOARD,
  isOwn: false,
  mayEdit: false,
  isUsual: true,
  rev: 0,
  roles: [],
  cards: [...usualCards],
}

/** The manager's first page: what is abnormal and why, then the figures; each opens to its records. */
export function BoardPage() {
  const { boardId } = useBoardAddress()
  const { data: boards, error, refetch } = useBoards()
  const board = boards?.find(({ id }) => id === boardId) ?? boards?.[0] ?? (boardId === CAMPUS_BOARD ? assumed : undefined)
  return (
    <>
      {error && !boards ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : board ? (
        <OpenBoard key={board.id} board={board} boards={boards ?? []} />
      ) : (
        <Skeleton lines={12} />
      )}
      {(boards ?? error) && <AskedToStop boards={boards ?? []} />}
    </>
  )
}
