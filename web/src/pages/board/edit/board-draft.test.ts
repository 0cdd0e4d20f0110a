import { describe, expect, test } from 'vitest'
import { boardCardSchema, cockpitParts, partCard, usualCards, type BoardCard } from '@jieli/core'
import {
  addPart,
  blankCard,
  changeCard,
  freeId,
  moveCard,
  ofObject,
  partsLeft,
  putCard,
  removeCard,
  resizeCard,
} from './board-draft.ts'

const ids = (cards: readonly BoardCard[]): string[] => cards.map(({ id }) => id)
const three = (['heat', 'funnel', 'sources'] as const).map(partCard)

describe('cards being arranged', () => {
  test('take the place of the one they are put on, in both directions', () => {
    expect(ids(moveCard(three, 'heat', 'sources'))).toEqual(['funnel', 'sources', 'heat'])
    expect(ids(moveCard(three, 'sources', 'heat'))).toEqual(['sources', 'heat', 'funnel'])
    expect(moveCard(three, 'heat', 'gone')).toEqual(three)
  })

  test('are resized, taken away and put back where they were', () => {
    expect(resizeCard(three, 'funnel', 3)[1]?.span).toBe(3)
    expect(ids(removeCard(three, 'funnel'))).toEqual(['heat', 'sources'])
    expect(putCard(three, { ...partCard('funnel'), span: 2 })[1]?.span).toBe(2)
    expect(ids(putCard([], partCard('heat')))).toEqual(['heat'])
  })

  test('that are not on the board can be put on it', () => {
    expect(partsLeft(usualCards)).toEqual([])
    expect(partsLeft([])).toEqual([...cockpitParts])
    expect(partsLeft(addPart([], 'heat'))).not.toContain('heat')
  })
})

test('no card gets an id that another has', () => {
  const cards = [blankCard([], 'lead')]
  expect(freeId(cards, 'card')).toBe('card-2')
  expect(blankCard(cards, 'lead').id).toBe('card-2')
})

test('a blank card is a card once it has a name, and forgets what it asked when it asks another object', () => {
  const card = { ...blankCard([], 'lead'), title: { 'zh-CN': '线索' } }
  expect(boardCardSchema.safeParse(card).success).toBe(true)
  const other = ofObject(
    {
      ...card,
      chart: 'bar',
      groupBy: [{ field: 'source' }],
      measure: { fn: 'distinct', field: 'owner' },
      where: { value: true },
    },
    'order',
  )
  expect(boardCardSchema.parse(other)).toEqual({ ...card, object: 'order' })
})

test('a setting of a card is changed, or taken away', () => {
  const card = blankCard([], 'lead')
  expect(changeCard(card, { chart: 'progress', goal: 5 })).toEqual({ ...card, chart: 'progress', goal: 5 })
  expect(Object.keys(changeCard(card, { period: undefined }))).not.toContain('period')
})
