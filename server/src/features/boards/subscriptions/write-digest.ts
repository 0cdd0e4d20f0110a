import { CAMPUS_BOARD, civilDate, textOf, type QueryCard } from '@jieli/core'
import { instantOf } from '@jieli/core/time/zoned-time'
import type { NewNotice } from '../../notices/write-notices.ts'
import { formatValue } from '../../records/find-records.ts'
import type { Context } from '../../workspace/workspace.ts'
import { findCards, type CardFigures } from '../cards/find-cards.ts'
import { findCampusBoard, type CampusBoard } from '../find-campus-board.ts'
import { getBoard } from '../find-boards.ts'
import type { Subscription } from './subscriptions.ts'

/** As many as a card on a phone has room for; the board has the rest. */
const MOST_FACTS = 8
const MOST_ANOMALIES = 3

type Fact = { name: string; value: string }

const signed = (delta: number, unit: string): string => `${delta > 0 ? '↑' : '↓'}${Math.abs(delta)}${unit}`

const cockpitFacts = ({ figures }: CampusBoard): Fact[] =>
  figures.map(({ label, value, unit, delta, deltaUnit }) => ({
    name: label,
    value: value === null ? '—' : `${value}${unit}${delta ? `（${signed(delta, deltaUnit)}）` : ''}`,
  }))

/** A card's figure in the words of the field it is of. */
const cardFact = (context: Context, card: QueryCard, figures: CardFigures | undefined): Fact[] => {
  if (figures?.state !== 'shown') return []
  const { total } = figures
  const { fn, field } = card.measure
  const info = context.workspace.config.current.objects.get(card.object)
  const measured = fn === 'count' || fn === 'distinct' ? undefined : info?.fields.get(field ?? '')
  const rounded = total === null ? null : Math.round(total * 100) / 100
  const said = rounded === null ? '—' : (measured && formatValue(measured, rounded)) || rounded.toLocaleString('en')
  const reached = card.goal === undefined || total === null ? '' : `（目标的 ${Math.floor((total / card.goal) * 100)}%）`
  return [{ name: textOf(card.title), value: `${said}${reached}` }]
}

/**
 * What a board says at this moment to this reader: its key figures, and what is out of the ordinary. Read with the reader's
 * rights, as if they opened the board.
 */
export const writeDigest = async (
  reader: Context,
  boardId: string,
  { range, campusId }: Pick<Subscription, 'range' | 'campusId'>,
): Promise<Omit<NewNotice, 'userId'>> => {
  const board = getBoard(reader, boardId)
  const choice = { range, ...(campusId === null ? {} : { campusId }) }
  const parts = new Set(board.cards.flatMap((card) => (card.kind === 'part' ? [card.part] : [])))
  const needsCockpit = parts.has('figures') || parts.has('anomalies')
  const [cockpit, own] = await Promise.all([
    needsCockpit ? findCampusBoard(reader, choice) : null,
    findCards(reader, board.cards, choice),
  ])
  const facts = board.cards.flatMap((card): Fact[] => {
    if (card.kind === 'part') return card.part === 'figures' && cockpit ? cockpitFacts(cockpit) : []
    return cardFact(
      reader,
      card,
      own.cards.find(({ id }) => id === card.id),
    )
  })
  const anomalies = parts.has('anomalies') && cockpit ? cockpit.anomalies : []
  const today = civilDate(instantOf(reader.now), reader.workspace.config.current.timeZone)
  const [, month, day] = today.split('-').map(Number)
  return {
    kind: 'board-digest',
    recordId: null,
    title: `${board.label ? textOf(board.label) : '校区看板'} · ${month}月${day}日`,
    lines:
      anomalies.length > 0
        ? [`异常 ${anomalies.length} 项`, ...anomalies.slice(0, MOST_ANOMALIES).map(({ title }) => title)]
        : [],
    facts: facts.slice(0, MOST_FACTS),
    path: boardId === CAMPUS_BOARD ? '/board' : `/board?board=${boardId}`,
  }
}
