import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyDecision,
  candidatesAfter,
  decideAssignment,
  emptyTally,
  fairnessOf,
  type AssignmentDecision,
  type AssignmentRule,
  type Candidate,
} from '@jieli/core'
import { candidate, pools, ruleWith } from './candidates.fixture.ts'
import { assignmentStrategies } from './index.ts'

interface Lead {
  at: string
  previousOwnerId: string | null
}

/** One lead a minute, as they come. */
const leads = (count: number, previousOwnerId: string | null = null): Lead[] =>
  Array.from({ length: count }, (_, index) => ({
    at: new Date(Date.UTC(2026, 10, 1) + index * 60_000).toISOString(),
    previousOwnerId,
  }))

const decide = (rules: AssignmentRule[], lead: Lead, candidatesOf: (rule: AssignmentRule) => Candidate[]): AssignmentDecision =>
  decideAssignment({
    record: {},
    rules,
    strategies: assignmentStrategies,
    previousOwnerId: lead.previousOwnerId,
    now: lead.at,
    verdictOf: () => ({ holds: true, clauses: [] }),
    candidatesOf,
  })

const asBatch = (rules: AssignmentRule[], pool: Candidate[], queue: Lead[]): AssignmentDecision[] => {
  let tally = emptyTally
  return queue.map((lead) => {
    const decision = decide(rules, lead, (rule) => candidatesAfter(tally, rule.id, pool))
    tally = applyDecision(tally, decision)
    return decision
  })
}

/** As the database would: each record alone, on rows that the one before has changed. */
const asSingles = (rules: AssignmentRule[], pool: Candidate[], queue: Lead[]): AssignmentDecision[] => {
  const people = structuredClone(pool)
  const turns = new Map<string, number>()
  return queue.map((lead) => {
    const decision = decide(rules, lead, (rule) =>
      people.map((person) => ({ ...person, credit: turns.get(`${rule.id} ${person.userId}`) ?? person.credit })),
    )
    const winner = people.find(({ userId }) => userId === decision.ownerId)
    if (winner) Object.assign(winner, { holding: winner.holding + 1, today: winner.today + 1, lastAssignedAt: lead.at })
    for (const { ruleId, userId, credit } of decision.credits) turns.set(`${ruleId} ${userId}`, credit)
    return decision
  })
}

const countsOf = (pool: Candidate[], owners: (string | null)[]): number[] =>
  pool.map(({ userId }) => owners.filter((owner) => owner === userId).length)
const ownersOf = (decisions: AssignmentDecision[]): (string | null)[] => decisions.map(({ ownerId }) => ownerId)

describe('round robin', () => {
  const turn = [ruleWith('round-robin')]

  it('gives 10,000 leads to equals with a difference of one at most', { timeout: 60_000 }, () => {
    const pool = Array.from({ length: 17 }, (_, index) => candidate(`u${index}`))
    const fairness = fairnessOf(countsOf(pool, ownersOf(asBatch(turn, pool, leads(10_000)))))
    expect(fairness).toMatchObject({ people: 17, total: 10_000, spread: 1 })
  })

  it('keeps that difference at every moment, whatever holdings and waits people begin with', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ holding: fc.nat(30), lastAssignedAt: fc.constantFrom(null, '2026-10-01T00:00:00.000Z') }), {
          minLength: 1,
          maxLength: 9,
        }),
        (facts) => {
          const pool = facts.map((fact, index) => candidate(`u${index}`, fact))
          const counts = new Map(pool.map(({ userId }) => [userId, 0]))
          for (const owner of ownersOf(asBatch(turn, pool, leads(60)))) {
            counts.set(owner ?? '', (counts.get(owner ?? '') ?? 0) + 1)
            expect(fairnessOf([...counts.values()]).spread).toBeLessThanOrEqual(1)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it.for([
    [3, 1],
    [1, 1],
    [0.3, 0.1],
    [7, 2],
  ] as const)('keeps shares of %s within one of the ideal after every single lead', ([heavy, light]) => {
    const owners = ownersOf(asBatch(turn, [candidate('a', { weight: heavy }), candidate('b', { weight: light })], leads(400)))
    let got = 0
    owners.forEach((owner, index) => {
      got += owner === 'a' ? 1 : 0
      expect(Math.abs(got - ((index + 1) * heavy) / (heavy + light))).toBeLessThanOrEqual(1)
    })
  })

  it('mixes: three to one is never three in a row and then a wait', () => {
    expect(ownersOf(asBatch(turn, [candidate('a', { weight: 3 }), candidate('b')], leads(8))).join('')).toBe('abaaabaa')
  })

  it('ends every full round with turns of exactly nothing, also with weights that no binary number can hold', () => {
    const pool = [candidate('a', { weight: 0.1 }), candidate('b', { weight: 0.2 }), candidate('c', { weight: 0.3 })]
    const decisions = asBatch(turn, pool, leads(60))
    expect(countsOf(pool, ownersOf(decisions))).toEqual([10, 20, 30])
    for (const { credit } of decisions.at(-1)?.credits ?? []) expect(Math.abs(credit)).toBe(0)
  })

  it('gives nothing to weight zero while others can, and something when nobody else can', () => {
    const pool = [candidate('a', { weight: 0 }), candidate('b', { dailyCap: 5 })]
    expect(countsOf(pool, ownersOf(asBatch(turn, pool, leads(8))))).toEqual([3, 5])
  })

  it('owes nothing to somebody who was away: they come back to their share, not to a flood', () => {
    const rules = turn
    const pool = [candidate('a'), candidate('b'), candidate('c')]
    let tally = emptyTally
    const owners = leads(90).map((lead, index) => {
      const present = pool.map((person) => (person.userId === 'c' ? { ...person, onLeave: index < 60 } : person))
      const decision = decide(rules, lead, (rule) => candidatesAfter(tally, rule.id, present))
      tally = applyDecision(tally, decision)
      return decision.ownerId
    })
    expect(countsOf(pool, owners.slice(0, 60))).toEqual([30, 30, 0])
    for (const count of countsOf(pool, owners.slice(60))) expect(Math.abs(count - 10)).toBeLessThanOrEqual(1)
  })
})

describe('for all pools and strategies', () => {
  const lists = fc
    .shuffledSubarray(['round-robin', 'least-load', 'best-performer', 'previous-owner'], { minLength: 1 })
    .map((names) => names.map((name, index) => ruleWith(name, {}, { order: index })))

  it('a batch is decided exactly as if its leads had come one by one', () => {
    fc.assert(
      fc.property(lists, pools, (rules, pool) => {
        const queue = [...leads(12), ...leads(6, 'u1')]
        expect(asBatch(rules, pool, queue)).toEqual(asSingles(rules, pool, queue))
      }),
      { numRuns: 60 },
    )
  })

  it('nobody ever holds more than they may, or gets more a day, or gets any while away', () => {
    fc.assert(
      fc.property(lists, pools, (rules, pool) => {
        const got = countsOf(pool, ownersOf(asBatch(rules, pool, leads(40))))
        pool.forEach((person, index) => {
          const count = got[index] ?? 0
          if (person.onLeave || !person.onShift) expect(count).toBe(0)
          if (count > 0 && person.holdingCap !== null) expect(person.holding + count).toBeLessThanOrEqual(person.holdingCap)
          if (count > 0 && person.dailyCap !== null) expect(person.today + count).toBeLessThanOrEqual(person.dailyCap)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('a lead finds an owner as long as there is one who can take it', () => {
    fc.assert(
      fc.property(fc.constantFrom('round-robin', 'least-load', 'best-performer'), pools, (name, pool) => {
        for (const { ownerId, explanation } of asBatch([ruleWith(name)], pool, leads(20))) {
          const able = explanation.rules[0]?.candidates.filter(({ eligible }) => eligible) ?? []
          expect(ownerId !== null).toBe(able.length > 0)
        }
      }),
      { numRuns: 60 },
    )
  })
})
