import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { BellPlus, EllipsisVertical, LayoutDashboard, MonitorUp } from 'lucide-react'
import { CAMPUS_BOARD } from '@jieli/core'
import type { BoardChoice } from '../../data/board.ts'
import type { ShownBoard } from '../../data/boards.ts'
import { boardEditorMessages } from '../../i18n/messages/board-editor-messages.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { subscriptionMessages } from '../../i18n/messages/subscription-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { LatestLeadNote } from './latest-lead-note.tsx'
import { SubscribeDialog } from './subscribe-dialog.tsx'

interface BoardActionsProps {
  board: ShownBoard
  choice: BoardChoice
  onEdit(): void
}

type ActionProps = BoardActionsProps & { onSubscribe(): void }

function PhoneActions({ board, onEdit, onSubscribe }: ActionProps) {
  const text = useText(boardEditorMessages)
  const subscription = useText(subscriptionMessages)
  return (
    <PopoverMenu
      label={text('more')}
      align="end"
      triggerClass="btn ghost icon"
      trigger={<EllipsisVertical size={18} aria-hidden="true" />}
    >
      {(close) =>
        [
          { words: subscription('subscribe'), run: onSubscribe },
          ...(board.mayEdit ? [{ words: text('edit'), run: onEdit }] : []),
        ].map(({ words, run }) => (
          <button
            key={words}
            type="button"
            className="item"
            onClick={() => {
              close()
              run()
            }}
          >
            {words}
          </button>
        ))
      }
    </PopoverMenu>
  )
}

function DeskActions({ board, choice, onEdit, onSubscribe }: ActionProps) {
  const text = useText(boardMessages)
  const editor = useText(boardEditorMessages)
  const subscription = useText(subscriptionMessages)
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
      <button type="button" className="btn sm ghost" onClick={onSubscribe}>
        <BellPlus size={14} aria-hidden="true" />
        {subscription('subscribe')}
      </button>
      {board.mayEdit && (
        <button type="button" className="btn sm" onClick={onEdit}>
          <LayoutDashboard size={14} aria-hidden="true" />
          {editor('edit')}
        </button>
      )}
    </>
  )
}

/** What can be done with a board: big screen, subscribe, edit. On a phone behind one button. */
export function BoardActions(props: BoardActionsProps) {
  const isPhone = useIsPhone()
  const [isSubscribing, setSubscribing] = useState(false)
  const Face = isPhone ? PhoneActions : DeskActions
  return (
    <>
      <Face {...props} onSubscribe={() => setSubscribing(true)} />
      {isSubscribing && (
        <SubscribeDialog boardId={props.board.id} choice={props.choice} onClose={() => setSubscribing(false)} />
      )}
    </>
  )
}
