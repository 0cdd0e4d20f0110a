import { useNavigate, useSearch } from '@tanstack/react-router'
import { CAMPUS_BOARD } from '@jieli/core'
import { boardRanges, type BoardChoice } from '../../data/board.ts'

interface BoardAddress {
  boardId: string
  choice: BoardChoice
  /** The board whose digests somebody was sent here to stop. */
  unsubscribe: string | undefined
  set(next: {
    board?: string
    range?: BoardChoice['range']
    campus?: string | undefined
    unsubscribe?: string | undefined
  }): void
}

/** Which board, which stretch and which campus: all in the address, so that it can be sent to somebody. */
export const useBoardAddress = (): BoardAddress => {
  const search = useSearch({ strict: false }) as { board?: string; range?: string; campus?: string; unsubscribe?: string }
  const navigate = useNavigate()
  return {
    boardId: search.board ?? CAMPUS_BOARD,
    choice: { range: boardRanges.find((one) => one === search.range) ?? 'week', campus: search.campus },
    unsubscribe: search.unsubscribe,
    set: (next) => {
      const { board, ...rest } = { ...search, ...next }
      void navigate({
        to: '/board',
        search: { ...rest, ...(board && board !== CAMPUS_BOARD ? { board } : {}) },
        replace: true,
      })
    },
  }
}
