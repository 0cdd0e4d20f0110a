import type { ShownBoard } from '../../data/boards.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

/** What a board is called; the cockpit by the product's name until somebody gives it another. */
export const useBoardName = (): ((board: Pick<ShownBoard, 'label'>) => string) => {
  const text = useText(boardMessages)
  const label = useLabel()
  return (board) => (board.label ? label(board.label) : text('title'))
}
