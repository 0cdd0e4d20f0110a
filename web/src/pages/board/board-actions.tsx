import { Link } from '@tanstack/react-router'
import { EllipsisVertical, LayoutDashboard, MonitorUp } from 'lucide-react'
import { CAMPUS_BOARD } from '@jieli/core'
import type { BoardChoice } from '../../data/board.ts'
import type { ShownBoard } from '../../data/boards.ts'
import { boardEditorMessages } from '../../i18n/messages/board-editor-messages.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { LatestLeadNote } from './latest-lead-note.tsx'

interface BoardActionsProps {
  board: ShownBoard
  choice: BoardChoice
  onEdit(): void
}

/** What can be done with a board: big screen, edit. On a phone behind one button. */
export function BoardActions({ board, choice, onEdit }: BoardActionsProps) {
  const text = useText(boardMessages)
  const editor = useText(boardEditorMessages)
  const isPhone = useIsPhone()
  if (isPhone)
    return (
      <PopoverMenu
        label={editor('more')}
        align="end"
        triggerClass="btn ghost icon"
        trigger={<EllipsisVertical size={18} aria-hidden="true" />}
      >
        {(close) => (
          <>
            {board.mayEdit && (
              <button
                type="button"
                className="item"
                onClick={() => {
                  close()
                  onEdit()
                }}
              >
                {editor('edit')}
              </button>
            )}
          </>
        )}
      </PopoverMenu>
    )
  return (
    <>
      <LatestLeadNote />
      {board.id === CAMPUS_BOARD && (
        <Link
          to={'/screen'}
          search={{ range: choice.range, ...(choice.campus ? { campus: choice.campus } : {}) }}
          className="btn sm ghost"
        >
          <MonitorUp size={14} aria-hidden="true" />
          {text('screen')}
        </Link>
      )}
      {board.mayEdit && (
        <button type="button" className="btn sm" onClick={onEdit}>
          <LayoutDashboard size={14} aria-hidden="true" />
          {editor('edit')}
        </button>
      )}
    </>
  )
}
