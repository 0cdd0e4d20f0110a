import type { BoardCard, Label } from '@jieli/core'
import type { ShownBoard } from '../../../data/boards.ts'

/** What is edited of a board. */
export interface BoardDraft {
  cards: BoardCard[]
  roles: string[]
  label?: Label
}

export const draftOf = ({ cards, roles, label }: ShownBoard): BoardDraft => ({ cards, roles, ...(label ? { label } : {}) })

export const isSameDraft = (one: BoardDraft, other: BoardDraft): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What somebody made of a board, for who began with the same one and has to choose. */
export interface BoardChanges {
  added: BoardCard[]
  removed: BoardCard[]
  changed: BoardCard[]
  isReordered: boolean
  /** Another name, or other readers. */
  isAbout: boolean
}

export const changesBetween = (before: BoardDraft, after: BoardDraft): BoardChanges => {
  const known = new Map(before.cards.map((card) => [card.id, card]))
  const left = new Set(after.cards.map(({ id }) => id))
  const orderOf = (cards: readonly BoardCard[]): string =>
    JSON.stringify(cards.flatMap(({ id }) => (known.has(id) && left.has(id) ? [id] : [])))
  return {
    added: after.cards.filter(({ id }) => !known.has(id)),
    removed: before.cards.filter(({ id }) => !left.has(id)),
    changed: after.cards.filter((card) => known.has(card.id) && JSON.stringify(known.get(card.id)) !== JSON.stringify(card)),
    isReordered: orderOf(before.cards) !== orderOf(after.cards),
    isAbout: !isSameDraft({ ...before, cards: [] }, { ...after, cards: [] }),
  }
}
