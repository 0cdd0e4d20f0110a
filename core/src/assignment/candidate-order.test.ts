import fc from 'fast-check'
import { expect, it } from 'vitest'
import { candidate, rule } from './assignment.fixture.ts'
import { placeCandidates, whyUnavailable } from './candidate-order.ts'

const { availability } = rule('a')

it('says what keeps a person from taking a record, the first reason only', () => {
  expect(whyUnavailable(candidate('a'), availability)).toBeNull()
  expect(whyUnavailable(candidate('a', { onLeave: true, onShift: false }), availability)).toBe('on-leave')
  expect(whyUnavailable(candidate('a', { onShift: false }), availability)).toBe('off-shift')
  expect(whyUnavailable(candidate('a', { holding: 5, holdingCap: 5 }), availability)).toBe('holding-cap')
  expect(whyUnavailable(candidate('a', { today: 3, dailyCap: 3 }), availability)).toBe('daily-cap')
})

it('counts nothing against a person that the rule does not ask for, and no cap is no limit', () => {
  const open = { onShift: false, notOnLeave: false, underHoldingCap: false, underDailyCap: false }
  const worst = candidate('a', { onLeave: true, onShift: false, holding: 9, holdingCap: 1, today: 9, dailyCap: 0 })
  expect(whyUnavailable(worst, open)).toBeNull()
  expect(whyUnavailable(candidate('a', { holding: 1_000, today: 1_000 }), availability)).toBeNull()
})

it('breaks ties by the longest wait, then by who has fewest, then by id, and says by which', () => {
  const people = [
    candidate('d', { lastAssignedAt: '2026-11-01T00:00:00Z', holding: 2 }),
    candidate('c', { lastAssignedAt: '2026-11-01T00:00:00Z', holding: 1 }),
    candidate('b', { lastAssignedAt: '2026-11-01T00:00:00Z', holding: 1 }),
    candidate('a', { lastAssignedAt: null, holding: 9 }),
  ]
  const placed = placeCandidates(
    people,
    people.map(({ userId }) => ({ userId, score: 0 })),
  )
  expect(placed.map((one) => [one.candidate.userId, one.tieBreak])).toEqual([
    ['a', null],
    ['b', 'longest-wait'],
    ['c', 'fixed-order'],
    ['d', 'fewest-in-hand'],
  ])
})

it('gives the same order whatever the order of the input, and leaves out whom the strategy did not accept', () => {
  const facts = fc.record({
    score: fc.constantFrom(0, 1, Number.NaN),
    holding: fc.integer({ min: 0, max: 2 }),
    lastAssignedAt: fc.constantFrom(null, '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  })
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 8 }), fc.nat(), (all, turn) => {
      const people = all.map(({ holding, lastAssignedAt }, index) => candidate(`u${index}`, { holding, lastAssignedAt }))
      const ranked = all.map(({ score }, index) => ({ userId: `u${index}`, score })).slice(0, -1)
      const order = (list: typeof people) => placeCandidates(list, ranked).map((one) => one.candidate.userId)
      const at = people.length === 0 ? 0 : turn % people.length
      expect(order([...people.slice(at), ...people.slice(0, at)])).toEqual(order(people))
      expect(order(people).toSorted()).toEqual(ranked.map(({ userId }) => userId).toSorted())
    }),
  )
})
