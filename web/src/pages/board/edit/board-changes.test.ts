import { expect, test } from 'vitest'
import { partCard, type BoardCard } from '@jieli/core'
import { changesBetween, type BoardDraft } from './board-changes.ts'

const before: BoardDraft = {
  cards: (['heat', 'funnel', 'sources'] as const).map(partCard),
  roles: [],
  label: { 'zh-CN': '甲' },
}
const [heat, funnel, sources] = before.cards as [BoardCard, BoardCard, BoardCard]
const nothing = { added: [], removed: [], changed: [], isReordered: false, isAbout: false }

test('what is the same is no change', () => {
  expect(changesBetween(before, structuredClone(before))).toEqual(nothing)
})

test('cards that came, went, or are of another width are told apart, and none of it is another order', () => {
  const wide = { ...funnel, span: 3 as const }
  expect(changesBetween(before, { ...before, cards: [partCard('overdue'), wide, sources] })).toEqual({
    ...nothing,
    added: [partCard('overdue')],
    removed: [heat],
    changed: [wide],
  })
})

test('another order and another name are said as such', () => {
  expect(changesBetween(before, { ...before, cards: [sources, heat, funnel] })).toEqual({ ...nothing, isReordered: true })
  expect(changesBetween(before, { ...before, label: { 'zh-CN': '乙' } })).toEqual({ ...nothing, isAbout: true })
  expect(changesBetween(before, { ...before, roles: ['manager'] })).toEqual({ ...nothing, isAbout: true })
})
