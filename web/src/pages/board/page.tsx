import { useState } from 'react'
import { CAMPUS_BOARD, usualCards, type QueryCard } from '@jieli/core'
import { useCampusBoard, type CampusBoard } from '../../data/board.ts'
import { useBoardCards, useBoards, useCreateBoard, type ShownBoard } from '../../data/boards.ts'
import { useCan, useMe } from '../../data/session.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { dateText, dayOf, weekdayText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { BoardActions } from './board-actions.tsx'
import { BoardFilters } from './board-filters.tsx'
import { BoardGrid } from './board-grid.tsx'
import { BoardSwitch } from './board-switch.tsx'
import { BoardDialog, type AboutBoard } from './edit/board-dialog.tsx'
import { BoardEditor } from './edit/board-editor.tsx'
import { EditorBar } from './edit/editor-bar.tsx'
import { useBoardDraft } from './edit/use-board-draft.ts'
import { useBoardAddress } from './use-board-address.ts'
import { useBoardName } from './use-board-name.ts'
import './board.css'

/** 11月16日周一 – 11月21日周六 */
const useRangeText = (): ((range: CampusBoard['range']) => string) => {
  const { workspace } = useMe()
  const locale = useLocale()
  return ({ from, to }) => {
    const [first, last] = [dayOf(from, workspace.timeZone), dayOf(to, workspace.timeZone)]
    const words = (day: string): string => `${dateText(day, locale)}${locale === 'en' ? ', ' : ''}${weekdayText(day, locale)}`
    return first === last ? words(first) : `${words(first)} – ${words(last)}`
  }
}

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

function OpenBoard({ board, boards }: { board: ShownBoard; boards: ShownBoard[] }) {
  const can = useCan()
  const isPhone = useIsPhone()
  const rangeText = useRangeText()
  const nameOf = useBoardName()
  const { set } = useBoardAddress()
  const editing = useBoardDraft(board)
  const create = useCreateBoard()
  const [open, setOpen] = useState<QueryCard | null>(null)
  const [isNaming, setNaming] = useState(false)
  const { choice, cockpit, own, range } = useBoardFigures(board, editing.draft?.cards ?? board.cards)
  const error = cockpit.error ?? own.error
  const filters = (
    <BoardFilters
      range={choice.range}
      campusId={choice.campus}
      onRange={(next) => set({ range: next })}
      onCampus={(next) => set({ campus: next })}
    />
  )
  const make = ({ label, isOwn, roles }: AboutBoard): void =>
    create.mutate(
      { label, isOwn, roles, cards: [] },
      {
        onError: showFailure,
        onSuccess: ({ board: made }) => {
          setNaming(false)
          set({ board: made.id })
        },
      },
    )
  return (
    <>
      <TopBar
        title={nameOf(editing.draft ?? board)}
        beside={
          <>
            {!editing.draft && (
              <BoardSwitch boards={boards} board={board} onChoose={(id) => set({ board: id })} onNew={() => setNaming(true)} />
            )}
            {!isPhone && !editing.draft && filters}
            {!isPhone && !editing.draft && range && <span className="t2 f12 nw board-range">{rangeText(range)}</span>}
          </>
        }
      >
        {!editing.draft && <BoardActions board={board} choice={choice} onEdit={editing.begin} />}
      </TopBar>
      {isPhone && !editing.draft && <div className="board-phone-filters">{filters}</div>}
      {editing.draft ? (
        <>
          <EditorBar
            board={board}
            editing={editing}
            draft={editing.draft}
            onOpen={setOpen}
            onGone={() => set({ board: CAMPUS_BOARD })}
          />
          <BoardEditor
            cards={editing.draft.cards}
            choice={choice}
            board={cockpit.data}
            open={open}
            onOpen={setOpen}
            onChange={(cards) => editing.change({ cards })}
          />
        </>
      ) : error && !cockpit.data && !own.data ? (
        <LoadFailure error={error} onRetry={() => void Promise.all([cockpit.refetch(), own.refetch()])} />
      ) : (
        <BoardGrid board={board} choice={choice} cockpit={cockpit.data} found={own.data} onEdit={editing.begin} />
      )}
      {isNaming && (
        <BoardDialog
          about={undefined}
          mayShare={can('edit-boards') || can('configure')}
          isBusy={create.isPending}
          onClose={() => setNaming(false)}
          onDone={make}
        />
      )}
    </>
  )
}

/** Until the list of boards is there the cockpit is assumed, so that its figures come without waiting for it. */
const assumed: ShownBoard = { id: CAMPUS_BOARD, isOwn: false, mayEdit: false, isUsual: true, roles: [], cards: [...usualCards] }

/** The manager's first page: what is abnormal and why, then the figures; each opens to its records. */
export function BoardPage() {
  const { boardId } = useBoardAddress()
  const { data: boards, error, refetch } = useBoards()
  if (error && !boards) return <LoadFailure error={error} onRetry={() => void refetch()} />
  const board = boards?.find(({ id }) => id === boardId) ?? boards?.[0] ?? (boardId === CAMPUS_BOARD ? assumed : undefined)
  return board ? <OpenBoard key={board.id} board={board} boards={boards ?? []} /> : <Skeleton lines={12} />
}
