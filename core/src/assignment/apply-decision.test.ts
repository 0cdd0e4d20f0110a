import { expect, it } from 'vitest'
import { applyDecision, applyRelease, candidatesAfter, emptyTally } from './apply-decision.ts'
import { candidate, decide, now } from './assignment.fixture.ts'

it('counts the winner up, sets the turns, and leaves everybody else as they were', () => {
  const pool = [
    candidate('a', { holding: 2, today: 1 }),
    candidate('b', { holding: 7, lastAssignedAt: '2026-11-20T10:00:00Z' }),
  ]
  const tally = applyDecision(emptyTally, decide(pool))
  expect(candidatesAfter(tally, 'a', pool)).toEqual([
    { ...pool[0], holding: 3, today: 2, lastAssignedAt: now, credit: 0 },
    { ...pool[1], credit: 1 },
  ])
  expect(candidatesAfter(tally, 'another-rule', pool)[1]).toEqual(pool[1])
  expect(emptyTally.holding.size).toBe(0)
})

it('keeps the turn of somebody who is away while others get records', () => {
  const pool = [candidate('a'), candidate('b')]
  const first = applyDecision(emptyTally, decide(pool))
  const second = applyDecision(first, decide([candidate('a'), candidate('b', { onLeave: true })]))
  expect(candidatesAfter(second, 'a', pool).map(({ userId, credit }) => [userId, credit])).toEqual([
    ['a', 0],
    ['b', 1],
  ])
})

it('changes nothing when the record was queued', () => {
  expect(applyDecision(emptyTally, decide([]))).toBe(emptyTally)
})

it('gives a place back when a record leaves its owner', () => {
  const pool = [candidate('a', { holding: 2 })]
  expect(candidatesAfter(applyRelease(emptyTally, 'a'), 'a', pool)).toMatchObject([{ holding: 1, today: 0 }])
})
