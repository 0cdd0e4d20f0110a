import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidate } from '../candidates.fixture.ts'
import { roundRobin } from './strategy.ts'

/** Hands out turns as the engine does: the best score wins, equals in the order of their names. */
const turns = (weights: number[], count: number): number[] => {
  let people = weights.map((weight, at) => candidate(`u${at}`, { weight }))
  return Array.from({ length: count }, () => {
    const ranked = roundRobin.rank({ eligible: people, settings: {}, record: {}, previousOwnerId: null })
    const winnerId = ranked.reduce((best, each) => (each.score < best.score ? each : best)).userId
    const credits = roundRobin.nextCredits?.({ eligible: people, winnerId, settings: {} }) ?? {}
    people = people.map((each) => ({ ...each, credit: credits[each.userId] ?? each.credit }))
    return Number(winnerId.slice(1))
  })
}

test('after a full round everybody has had exactly their weight, and the accounts are even', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }), (weights) => {
      const round = weights.reduce((sum, weight) => sum + weight, 0)
      const given = turns(weights, round * 2)
      expect(weights.map((_, at) => given.filter((who) => who === at).length)).toEqual(weights.map((weight) => weight * 2))
    }),
  )
})

test('of ten thousand leads among equals nobody gets two more than another', () => {
  const given = turns([1, 1, 1], 10_000)
  const counts = [0, 1, 2].map((at) => given.filter((who) => who === at).length)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
})

test('turns are mixed: three to one is not three in a row and then one', () => {
  expect(turns([3, 1], 4)).toEqual([0, 0, 1, 0])
})

test('who has no weight gets nothing while others have', () => {
  expect(turns([0, 1, NaN], 5)).toEqual([1, 1, 1, 1, 1])
})
