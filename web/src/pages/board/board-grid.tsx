import { Inbox, LayoutDashboard } from 'lucide-react'
import { CAMPUS_BOARD, type BoardCard, type CockpitPart } from '@jieli/core'
import type { BoardChoice, CampusBoard } from '../../data/board.ts'
import type { FoundCards, ShownBoard } from '../../data/boards.ts'
import { boardEditorMessages } from '../../i18n/messages/board-editor-messages.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { OwnCard } from './own-card/own-card.tsx'
import { PartCard } from './part-card.tsx'

interface BoardGridProps {
  board: ShownBoard
  choice: BoardChoice
  /** The cockpit's figures and those of own cards; undefined: on the way. */
  cockpit: CampusBoard | undefined
  found: FoundCards | undefined
  onEdit(): void
}

/** What there is nothing to draw of while no lead came in. */
const ofLeads: ReadonlySet<CockpitPart> = new Set(['heat', 'funnel', 'consultants', 'sources'])

const isOfLeads = (card: BoardCard): boolean => card.kind === 'part' && ofLeads.has(card.part)

/** Without leads one card stands for all that would be empty. */
const shownCards = (cards: readonly BoardCard[], cockpit: CampusBoard | undefined): BoardCard[] => {
  if (cockpit?.leadCount !== 0) return [...cards]
  const first = cards.findIndex(isOfLeads)
  return cards.filter((card, index) => !isOfLeads(card) || index === first)
}

function NoLeads() {
  const text = useText(boardMessages)
  return (
    <section className="card">
      <PageState icon={Inbox} title={text('emptyTitle')} text={text('emptyText')} />
    </section>
  )
}

function NoCards({ mayEdit, onEdit }: { mayEdit: boolean; onEdit(): void }) {
  const text = useText(boardEditorMessages)
  return (
    <PageState icon={LayoutDashboard} title={text('noCards')} text={text('noCardsHint')}>
      {mayEdit && (
        <button type="button" className="btn pri" onClick={onEdit}>
          {text('edit')}
        </button>
      )}
    </PageState>
  )
}

/** The cards of a board in three columns; on a phone one below the other. */
export function BoardGrid({ board, choice, cockpit, found, onEdit }: BoardGridProps) {
  const face = (card: BoardCard) => {
    if (card.kind === 'query')
      return <OwnCard card={card} figures={found?.cards.find(({ id }) => id === card.id)} titles={found?.titles ?? {}} />
    if (!cockpit) return <Skeleton lines={6} />
    if (cockpit.leadCount === 0 && isOfLeads(card)) return <NoLeads />
    return <PartCard part={card.part} board={cockpit} range={choice.range} campusId={choice.campus} />
  }
  if (board.cards.length === 0) return <NoCards mayEdit={board.mayEdit} onEdit={onEdit} />
  return (
    <div className={`board${board.id === CAMPUS_BOARD ? ' cockpit' : ''}`}>
      {shownCards(board.cards, cockpit).map((card) => (
        <div key={card.id} className={`board-cell span-${cockpit?.leadCount === 0 && isOfLeads(card) ? 3 : card.span}`}>
          {face(card)}
        </div>
      ))}
    </div>
  )
}
