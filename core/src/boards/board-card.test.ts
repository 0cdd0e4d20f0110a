import { describe, expect, test } from 'vitest'
import { boardReferences, boardSchema, cardsOf } from './board.ts'
import { boardCardSchema, cockpitParts, partCard, usualCards } from './board-card.ts'

const income = {
  kind: 'query',
  id: 'income',
  span: 1,
  title: { 'zh-CN': '本月各科目报名金额' },
  chart: 'bar',
  object: 'order',
  where: { call: 'equals', args: [{ field: 'status' }, { value: 'closed' }] },
  measure: { fn: 'sum', field: 'amount' },
  period: { field: 'closedAt', range: 'month' },
  groupBy: [{ field: 'subject' }],
}

describe('a card', () => {
  test('of one’s own is a question with a chart', () => {
    expect(boardCardSchema.parse(income)).toEqual(income)
  })

  test.each([
    ['adds up nothing', { measure: { fn: 'sum' } }],
    ['draws bars of nothing', { groupBy: [] }],
    ['draws a ring of two keys', { chart: 'ring', groupBy: [{ field: 'subject' }, { field: 'campus' }] }],
    ['goes to no goal', { chart: 'progress', groupBy: [] }],
    ['is wider than the board', { span: 4 }],
    ['is of a kind nobody knows', { kind: 'frame' }],
  ])('that %s is none', (_, more) => {
    expect(boardCardSchema.safeParse({ ...income, ...more }).success).toBe(false)
  })
})

describe('a board', () => {
  test('that nobody set up has every part of the cockpit', () => {
    expect(cardsOf(undefined)).toBe(usualCards)
    expect(usualCards.map(({ id }) => id)).toEqual([...cockpitParts])
  })

  test('has each card once', () => {
    const board = { id: 'sales', cards: [partCard('heat'), partCard('heat')] }
    expect(boardSchema.safeParse(board).error?.issues).toMatchObject([{ path: ['cards', 1, 'id'] }])
  })

  test('names its roles, and the objects and fields its cards ask', () => {
    const board = boardSchema.parse({ id: 'sales', roles: ['manager'], cards: [partCard('heat'), income] })
    expect(boardReferences(board).map(({ to, name, path }) => `${path.join('.')} ${to} ${name}`)).toEqual([
      'roles.0 role manager',
      'cards.1.object object order',
      'cards.1.where field status',
      'cards.1.measure.0 field amount',
      'cards.1.period.0 field closedAt',
      'cards.1.groupBy.0 field subject',
    ])
  })
})
