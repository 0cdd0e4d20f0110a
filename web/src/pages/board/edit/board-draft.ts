import { cockpitParts, partCard, type BoardCard, type CockpitPart, type QueryCard } from '@jieli/core'

/** Cards in a new order: the one called `id` where the one called `over` stands. */
export const moveCard = (cards: readonly BoardCard[], id: string, over: string): BoardCard[] => {
  const card = cards.find((one) => one.id === id)
  const to = cards.findIndex((one) => one.id === over)
  if (!card || to < 0) return [...cards]
  return cards.filter((one) => one.id !== id).toSpliced(to, 0, card)
}

export const resizeCard = (cards: readonly BoardCard[], id: string, span: BoardCard['span']): BoardCard[] =>
  cards.map((card) => (card.id === id ? { ...card, span } : card))

export const removeCard = (cards: readonly BoardCard[], id: string): BoardCard[] => cards.filter((card) => card.id !== id)

/** In its place if it is there, else at the end. */
export const putCard = (cards: readonly BoardCard[], card: BoardCard): BoardCard[] =>
  cards.some(({ id }) => id === card.id) ? cards.map((one) => (one.id === card.id ? card : one)) : [...cards, card]

/** Parts of the cockpit that are not on the board. */
export const partsLeft = (cards: readonly BoardCard[]): CockpitPart[] =>
  cockpitParts.filter((part) => !cards.some((card) => card.kind === 'part' && card.part === part))

/** The part with an id that no card has: a part may have been renamed away and come back. */
export const addPart = (cards: readonly BoardCard[], part: CockpitPart): BoardCard[] => [
  ...cards,
  { ...partCard(part), id: freeId(cards, part) },
]

/** `card`, `card-2`, `card-3`: the first that is free. */
export const freeId = (cards: readonly BoardCard[], wanted: string): string => {
  const taken = new Set(cards.map(({ id }) => id))
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(id)) return id
  }
}

/** A card to begin with: how many records this week. */
export const blankCard = (cards: readonly BoardCard[], object: string): QueryCard => ({
  kind: 'query',
  id: freeId(cards, 'card'),
  span: 1,
  title: { 'zh-CN': '' },
  chart: 'number',
  object,
  measure: { fn: 'count' },
  period: { field: 'createdAt', range: 'board' },
  groupBy: [],
})

/** The same card asking another object: nothing of what it asked exists there. */
export const ofObject = ({ where: _where, ...card }: QueryCard, object: string): QueryCard => ({
  ...card,
  object,
  measure: { fn: 'count' },
  period: { field: 'createdAt', range: card.period?.range ?? 'board' },
  groupBy: [],
  chart: card.chart === 'progress' ? 'progress' : 'number',
})

/** Other settings of a card; undefined takes one away. */
export type CardChange = { [K in keyof QueryCard]?: QueryCard[K] | undefined }

export const changeCard = (card: QueryCard, more: CardChange): QueryCard =>
  Object.fromEntries(Object.entries({ ...card, ...more }).filter(([, value]) => value !== undefined)) as QueryCard
