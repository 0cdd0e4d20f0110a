import { ChartNoAxesColumn, Plus } from 'lucide-react'
import type { BoardCard, CockpitPart } from '@jieli/core'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { PopoverMenu } from '../../../parts/dialog/popover-menu.tsx'
import { partsLeft } from './board-draft.ts'

interface AddCardMenuProps {
  cards: BoardCard[]
  onNew(): void
  onPart(part: CockpitPart): void
}

/** A card of one's own, or a part of the cockpit that is not on the board. */
export function AddCardMenu({ cards, onNew, onPart }: AddCardMenuProps) {
  const text = useText(boardEditorMessages)
  const parts = partsLeft(cards)
  return (
    <PopoverMenu
      label={text('addCard')}
      triggerClass="btn"
      trigger={
        <>
          <Plus size={14} aria-hidden="true" />
          {text('addCard')}
        </>
      }
    >
      {(close) => (
        <>
          <button
            type="button"
            className="item"
            onClick={() => {
              close()
              onNew()
            }}
          >
            <ChartNoAxesColumn size={14} aria-hidden="true" />
            {text('newCard')}
          </button>
          {parts.map((part) => (
            <button
              key={part}
              type="button"
              className="item"
              onClick={() => {
                close()
                onPart(part)
              }}
            >
              {text(`part-${part}`)}
            </button>
          ))}
        </>
      )}
    </PopoverMenu>
  )
}
