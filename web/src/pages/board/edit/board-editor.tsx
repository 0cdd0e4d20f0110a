import { DndContext } from '@dnd-kit/core'
import { SortableContext } from '@dnd-kit/sortable'
import { LayoutDashboard } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { BoardCard, QueryCard } from '@jieli/core'
import type { BoardChoice, CampusBoard } from '../../../data/board.ts'
import { useDraftCards } from '../../../data/boards.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { PageState } from '../../../parts/page-states/page-states.tsx'
import { OwnCard } from '../own-card/own-card.tsx'
import { PartCard } from '../part-card.tsx'
import { moveCard, putCard, removeCard, resizeCard } from './board-draft.ts'
import { CardDrawer } from './card-drawer.tsx'
import { CardTile } from './card-tile.tsx'
import { useCardDrag } from './use-card-drag.ts'
import '../../../parts/admin-page/admin-page.css'
import './board-editor.css'

interface BoardEditorProps {
  cards: BoardCard[]
  choice: BoardChoice
  /** The cockpit's figures; undefined: on the way, or none of its parts is on the board. */
  board: CampusBoard | undefined
  /** The card whose settings are open; it may be a new one. */
  open: QueryCard | null
  onOpen(card: QueryCard | null): void
  onChange(cards: BoardCard[]): void
}

/** Cards stay in their order while one is dragged: they are of different widths, and would jump about. */
const noShift = (): null => null

/** A card that was put at the end comes into sight. */
const useSightOfLast = (count: number) => {
  const grid = useRef<HTMLDivElement>(null)
  const known = useRef(count)
  useEffect(() => {
    if (count > known.current) grid.current?.lastElementChild?.scrollIntoView({ block: 'center' })
    known.current = count
  }, [count])
  return grid
}

/** The board being arranged: each card shows what it will show, cut short, with its tools above. */
export function BoardEditor({ cards, choice, board, open, onOpen, onChange }: BoardEditorProps) {
  const text = useText(boardEditorMessages)
  const label = useLabel()
  const [before, setBefore] = useState<BoardCard[] | null>(null)
  const { data } = useDraftCards(cards, choice)
  const grid = useSightOfLast(cards.length)
  const drag = useCardDrag((id, over) => onChange(moveCard(cards, id, over)))
  const titleOf = (card: BoardCard): string => (card.kind === 'part' ? text(`part-${card.part}`) : label(card.title))
  const remove = (card: BoardCard): void => {
    setBefore(cards)
    onChange(removeCard(cards, card.id))
  }
  return (
    <>
      {before && (
        <p className="board-undo" role="status">
          {text('removed')}
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange(before)
              setBefore(null)
            }}
          >
            {text('putBack')}
          </button>
        </p>
      )}
      <DndContext {...drag}>
        <SortableContext items={cards.map(({ id }) => id)} strategy={noShift}>
          <div className="board board-editing" ref={grid}>
            {cards.length === 0 && (
              <section className="card span-3">
                <PageState icon={LayoutDashboard} title={text('noCards')} text={text('noCardsHint')} />
              </section>
            )}
            {cards.map((card) => (
              <CardTile
                key={card.id}
                card={card}
                title={titleOf(card)}
                onSpan={(span) => onChange(resizeCard(cards, card.id, span))}
                onEdit={card.kind === 'query' ? () => onOpen(card) : undefined}
                onRemove={() => remove(card)}
              >
                {card.kind === 'part' ? (
                  board && <PartCard part={card.part} board={board} range={choice.range} campusId={choice.campus} />
                ) : (
                  <OwnCard card={card} figures={data?.cards.find(({ id }) => id === card.id)} titles={data?.titles ?? {}} />
                )}
              </CardTile>
            ))}
          </div>
        </SortableContext>
      </DndContext>
      {open && (
        <CardDrawer
          card={open}
          isNew={!cards.some(({ id }) => id === open.id)}
          choice={choice}
          onClose={() => onOpen(null)}
          onDone={(card) => {
            onChange(putCard(cards, card))
            onOpen(null)
          }}
        />
      )}
    </>
  )
}
