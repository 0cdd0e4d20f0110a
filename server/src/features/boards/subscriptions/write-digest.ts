import { CAMPUS_BOARD, civilDate, textOf, type Locale, type QueryCard } from '@jieli/core'
import { instantOf } from '@jieli/core/time/zoned-time'
import type { NewNotice } from '../../notices/write-notices.ts'
import { formatValue } from '../../records/find-records.ts'
import type { Context } from '../../workspace/workspace.ts'
import { findCards, type CardFigures } from '../cards/find-cards.ts'
import { findCampusBoard } from '../find-campus-board.ts'
import { getBoard } from '../find-boards.ts'
import { anomalyLines, cockpitFact, digestTitle, goalText, stopText } from './digest-texts.ts'
import type { Subscription } from './subscriptions.ts'

/** As many as a card on a phone has room for; the board has the rest. */
const MOST_FACTS = 8
const MOST_ANOMALIES = 3

type Fact = { name: string; value: string }

/** A card's figure in the words of the field it is of. */
const cardFact = (context: Context, card: QueryCard, figures: CardFigures | undefined, locale: Locale): Fact[] => {
  if (figures?.state !== 'shown') return []
  const { total } = figures
  const { fn, field } = card.measure
  const info = context.workspace.config.current.objects.get(card.object)
  const measured = fn === 'count' || fn === 'distinct' ? undefined : info?.fields.get(field ?? '')
  const rounded = total === null ? null : Math.round(total * 100) / 100
  const said = rounded === null ? '—' : (measured && formatValue(measured, rounded, locale)) || rounded.toLocaleString('en')
  const reached = card.goal === undefined || total === null ? '' : goalText(Math.floor((total / card.goal) * 100), locale)
  return [{ name: textOf(card.title, locale), value: `${said}${reached}` }]
}

/**
 * What a board says at this moment to this reader: its key figures, and what is out of the ordinary. Read with the reader's
 * rights, as if they opened the board.
 */
export const writeDigest = async (
  reader: Context,
  boardId: string,
  { range, campusId, locale }: Pick<Subscription, 'range' | 'campusId'> & { locale: Locale },
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
    if (card.kind === 'part')
      return card.part === 'figures' && cockpit ? cockpit.figures.map((figure) => cockpitFact(figure, locale)) : []
    return cardFact(
      reader,
      card,
      own.cards.find(({ id }) => id === card.id),
      locale,
    )
  })
  const anomalies = parts.has('anomalies') && cockpit ? cockpit.anomalies : []
  const today = civilDate(instantOf(reader.now), reader.workspace.config.current.timeZone)
  return {
    kind: 'board-digest',
    recordId: null,
    title: digestTitle(board.label, today, locale),
    lines: anomalyLines(anomalies, locale, MOST_ANOMALIES),
    facts: facts.slice(0, MOST_FACTS),
    path: boardId === CAMPUS_BOARD ? '/board' : `/board?board=${boardId}`,
    // Opening it asks once more: what WeCom, a proxy or a scanner opens by itself must stop nothing.
    links: [{ title: stopText(locale), path: `/board?unsubscribe=${boardId}` }],
  }
}
