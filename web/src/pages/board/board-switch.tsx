import { ChevronDown, Plus, User } from 'lucide-react'
import type { ShownBoard } from '../../data/boards.ts'
import { boardEditorMessages } from '../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'
import { useBoardName } from './use-board-name.ts'

interface BoardSwitchProps {
  boards: ShownBoard[]
  board: ShownBoard
  onChoose(id: string): void
  onNew(): void
}

/** The board's name as the page's title; the others are behind it. */
export function BoardSwitch({ boards, board, onChoose, onNew }: BoardSwitchProps) {
  const text = useText(boardEditorMessages)
  const nameOf = useBoardName()
  return (
    <PopoverMenu
      label={text('chooseBoard')}
      triggerClass="btn sm ghost icon"
      trigger={<ChevronDown size={16} aria-hidden="true" />}
    >
      {(close) => (
        <>
          {boards.map((one) => (
            <button
              key={one.id}
              type="button"
              className={`item${one.id === board.id ? ' b' : ''}`}
              aria-current={one.id === board.id}
              onClick={() => {
                close()
                onChoose(one.id)
              }}
            >
              <span className="ell">{nameOf(one)}</span>
              <span className="sp" />
              {one.isOwn && <User size={14} className="t3" aria-label={text('onlyMe')} />}
            </button>
          ))}
          <button
            type="button"
            className="item board-new"
            onClick={() => {
              close()
              onNew()
            }}
          >
            <Plus size={14} aria-hidden="true" />
            {text('newBoard')}
          </button>
        </>
      )}
    </PopoverMenu>
  )
}
