import { describe, expect, it } from 'vitest'
import type { Candidate } from './assignment-rule.ts'
import { candidate, decide, now, rule } from './assignment.fixture.ts'

/** `李娜:won#1` for every row of the first rule's table. */
const tableOf = (candidates: Candidate[]): string[] =>
  decide(candidates).explanation.rules[0]?.candidates.map(
    ({ userId, reason, rank }) => `${userId}:${reason}${rank === null ? '' : `#${rank}`}`,
  ) ?? []

describe('who can take it', () => {
  it('names the reason of everybody who cannot, and shows their figures all the same', () => {
    const decision = decide([
      candidate('li', { holding: 6, holdingCap: 40, figures: { closed: 3 } }),
      candidate('wang', { holding: 4, holdingCap: 40, figures: { closed: 2 } }),
      candidate('he', { holding: 9, holdingCap: 40, figures: { closed: 2 } }),
      candidate('chen', { onLeave: true, onShift: false, figures: { closed: 4 } }),
      candidate('xu', { holding: 40, holdingCap: 40, figures: { closed: 1 } }),
      candidate('gao', { today: 8, dailyCap: 8 }),
      candidate('lin', { onShift: false }),
    ])
    expect(decision.ownerId).toBe('li')
    expect(
      decision.explanation.rules[0]?.candidates.map(({ userId, reason, rank, eligible, figures }) => [
        userId,
        reason,
        rank,
        eligible,
        figures[0]?.value,
      ]),
    ).toEqual([
      ['li', 'won', 1, true, 3],
      ['wang', 'ranked-lower', 2, true, 2],
      ['he', 'ranked-lower', 3, true, 2],
      ['chen', 'on-leave', null, false, 4],
      ['gao', 'daily-cap', null, false, 0],
      ['lin', 'off-shift', null, false, 0],
      ['xu', 'holding-cap', null, false, 1],
    ])
  })

  it('lets a cap of zero keep somebody out, and a missing cap nobody', () => {
    expect(tableOf([candidate('a', { holdingCap: 0 }), candidate('b', { holding: 999, today: 999 })])).toEqual([
      'b:won#1',
      'a:holding-cap',
    ])
  })

  it.for([
    ['onShift', { onShift: false }],
    ['notOnLeave', { onLeave: true }],
    ['underHoldingCap', { holdingCap: 0 }],
    ['underDailyCap', { dailyCap: 0 }],
  ] as const)('does not mind what the rule does not ask for: %s', ([flag, facts]) => {
    const asking = { onShift: true, notOnLeave: true, underHoldingCap: true, underDailyCap: true }
    expect(decide([candidate('a', facts)]).ownerId).toBeNull()
    expect(
      decide([candidate('a', facts)], { rules: [rule('a', { availability: { ...asking, [flag]: false } })] }).ownerId,
    ).toBe('a')
  })

  it('tells those whom the strategy does not accept from those who rank lower', () => {
    const decision = decide([candidate('a'), candidate('b')], {
      rules: [rule('a', { strategy: { name: 'most-closed', settings: { among: ['b'] } } })],
    })
    expect(decision.explanation.rules[0]?.candidates).toMatchObject([
      { userId: 'b', reason: 'won' },
      { userId: 'a', eligible: true, reason: 'not-accepted-by-strategy', rank: null },
    ])
  })
})

describe('equals are told apart', () => {
  const tie = (...candidates: Candidate[]): unknown[] => {
    const decision = decide(candidates)
    return [decision.ownerId, decision.explanation.rules[0]?.tieBreak]
  }

  it('by the longest wait first: never is longest, and instants count, not their spelling', () => {
    expect(tie(candidate('a', { lastAssignedAt: '2026-11-20T10:00:00Z' }), candidate('b'))).toEqual(['b', 'longest-wait'])
    expect(
      tie(
        candidate('a', { lastAssignedAt: '2026-11-20T17:00:00+08:00' }),
        candidate('b', { lastAssignedAt: '2026-11-20T10:00:00Z' }),
      ),
    ).toEqual(['a', 'longest-wait'])
  })

  it('then by fewest in hand, then by id', () => {
    expect(tie(candidate('a', { holding: 5 }), candidate('b', { holding: 4 }))).toEqual(['b', 'fewest-in-hand'])
    expect(tie(candidate('b'), candidate('a'))).toEqual(['a', 'fixed-order'])
  })

  it('and no tie-break is named when the winner stood alone', () => {
    expect(tie(candidate('a', { figures: { closed: 1 } }), candidate('b'))).toEqual(['a', undefined])
    expect(tie(candidate('a'))).toEqual(['a', undefined])
  })

  it('names also what placed equals further down', () => {
    const decision = decide([
      candidate('a', { figures: { closed: 3 } }),
      candidate('b', { holding: 9 }),
      candidate('c', { holding: 4 }),
    ])
    expect(decision.explanation.rules[0]?.candidates.map(({ userId, reason, tieBreak }) => [userId, reason, tieBreak])).toEqual(
      [
        ['a', 'won', undefined],
        ['c', 'ranked-lower', undefined],
        ['b', 'ranked-lower', 'fewest-in-hand'],
      ],
    )
    expect(tableOf([candidate('a'), candidate('b')])).toEqual(['a:won#1', 'b:tie-lost#2'])
  })
})

describe('the list of rules', () => {
  const clauses = [{ sentence: '有原顾问', holds: false, read: [] }]

  it('is tried in order whatever the order it came in, disabled rules not at all, and every try is on record', () => {
    const decision = decide([candidate('a')], {
      rules: [
        rule('third', { order: 3 }),
        rule('second', { order: 2, version: 7 }),
        rule('first', { order: 1 }),
        rule('off', { order: 0, enabled: false }),
      ],
      verdictOf: ({ id }) => ({ holds: id !== 'first', clauses }),
    })
    expect(decision).toMatchObject({ ownerId: 'a', ruleId: 'second', ruleVersion: 7 })
    expect(decision.explanation).toMatchObject({ decidedAt: now, outcome: 'assigned', winnerId: 'a' })
    expect(decision.explanation.rules.map(({ ruleId, verdict, clauses: said }) => [ruleId, verdict, said])).toEqual([
      ['first', 'not-matched', clauses],
      ['second', 'matched', clauses],
    ])
  })

  it('goes on to the next rule when a rule has nobody, and keeps why', () => {
    const decision = decide([], {
      rules: [rule('a', { order: 1 }), rule('b', { order: 2 })],
      candidatesOf: ({ id }) => [candidate(id, { onLeave: id === 'a' })],
    })
    expect(decision.ownerId).toBe('b')
    expect(decision.explanation.rules[0]).toMatchObject({
      verdict: 'nobody-available',
      candidates: [{ userId: 'a', reason: 'on-leave' }],
    })
  })

  it('queues at a rule that says so, even if a later rule had somebody', () => {
    const decision = decide([], {
      rules: [rule('a', { order: 1, whenNobody: 'queue' }), rule('b', { order: 2 })],
      candidatesOf: ({ id }) => (id === 'b' ? [candidate('x')] : []),
    })
    expect(decision).toMatchObject({
      ownerId: null,
      ruleId: 'a',
      credits: [],
      explanation: { outcome: 'queued', winnerId: null },
    })
    expect(decision.explanation.rules).toHaveLength(1)
  })

  it('queues, never drops, when no rule matches or there is none', () => {
    expect(decide([candidate('a')], { verdictOf: () => ({ holds: false, clauses }) })).toMatchObject({
      ownerId: null,
      ruleId: null,
      explanation: { outcome: 'queued' },
    })
    expect(decide([candidate('a')], { rules: [] })).toMatchObject({
      ownerId: null,
      ruleId: null,
      explanation: { outcome: 'queued', rules: [] },
    })
  })

  it('says when the customer stays with the owner they had', () => {
    expect(decide([candidate('a')], { previousOwnerId: 'a' }).explanation.outcome).toBe('kept-owner')
  })

  it('does not ask for the people of rules that do not match', () => {
    const asked: string[] = []
    decide([], {
      rules: [rule('a', { order: 1 }), rule('b', { order: 2 })],
      verdictOf: ({ id }) => ({ holds: id === 'b', clauses: [] }),
      candidatesOf: ({ id }) => (asked.push(id), []),
    })
    expect(asked).toEqual(['b'])
  })
})

describe('a broken rule', () => {
  it.for([
    ['unknown-strategy', { name: 'gone', settings: {} }],
    ['unknown-strategy', { name: 'toString', settings: {} }],
    ['invalid-settings', { name: 'most-closed', settings: { among: 7 } }],
  ] as const)('has nobody and says why (%s), and the next rule goes on', ([problem, strategy]) => {
    const decision = decide([candidate('a')], { rules: [rule('broken', { order: 1, strategy }), rule('sound', { order: 2 })] })
    expect(decision.explanation.rules[0]).toMatchObject({
      verdict: 'nobody-available',
      problem,
      candidates: [{ userId: 'a', reason: 'not-accepted-by-strategy' }],
    })
    expect(decision).toMatchObject({ ownerId: 'a', ruleId: 'sound' })
  })
})

it('lists somebody once who came into the pool twice', () => {
  expect(tableOf([candidate('a'), candidate('a')])).toEqual(['a:won#1'])
})

it('stores turns only under the rule that decided', () => {
  const decision = decide([candidate('a'), candidate('b'), candidate('c', { onLeave: true })], {
    rules: [rule('a', { order: 1 })],
  })
  expect(decision.credits).toEqual([
    { ruleId: 'a', userId: 'a', credit: 0 },
    { ruleId: 'a', userId: 'b', credit: 1 },
  ])
})
