import type { ReactNode } from 'react'
import type { BoardChoice, CampusBoard } from '../../data/board.ts'
import type { ShownBoard } from '../../data/boards.ts'
import { useMe } from '../../data/session.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { dateText, dayOf, weekdayText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { BoardActions } from './board-actions.tsx'
import { BoardFilters } from './board-filters.tsx'
import { useBoardAddress } from './use-board-address.ts'
import { useBoardName } from './use-board-name.ts'

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

interface BoardHeadProps {
  board: ShownBoard
  choice: BoardChoice
  /** The stretch that the figures are of; absent: they are on the way. */
  range: CampusBoard['range'] | undefined
  /** Chooses among the boards. */
  boardSwitch: ReactNode
  onEdit(): void
}

/** The head of a board that is looked at: which board, which stretch, and what can be done with it. */
export function BoardHead({ board, choice, range, boardSwitch, onEdit }: BoardHeadProps) {
  const isPhone = useIsPhone()
  const rangeText = useRangeText()
  const nameOf = useBoardName()
  const { set } = useBoardAddress()
  const filters = (
    <BoardFilters
      range={choice.range}
      campusId={choice.campus}
      onRange={(next) => set({ range: next })}
      onCampus={(next) => set({ campus: next })}
    />
  )
  const beside = (
    <>
      {boardSwitch}
      {!isPhone && filters}
      {!isPhone && range && <span className="t2 f12 nw board-range">{rangeText(range)}</span>}
    </>
  )
  return (
    <>
      <TopBar title={nameOf(board)} beside={beside}>
        <BoardActions board={board} choice={choice} onEdit={onEdit} />
      </TopBar>
      {isPhone && <div className="board-phone-filters">{filters}</div>}
    </>
  )
}
