import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssignmentExplanation } from './assignment-rule.ts'
import { ExplanationSeries, explanationsIn, type StoredSeries } from './explanation-series.ts'

type Candidate = AssignmentExplanation['rules'][number]['candidates'][number]

const person = fc.constantFrom('01930000-a', '01930000-b', '01930000-c', '01930000-d', '01930000-e')
const candidate = fc.record(
  {
    userId: person,
    name: fc.constantFrom('李娜', '王珊'),
    eligible: fc.boolean(),
    rank: fc.option(fc.nat(5)),
    reason: fc.constantFrom('won', 'off-shift', 'ranked-lower', 'tie-lost'),
    onShift: fc.boolean(),
    onLeave: fc.constant(false),
    holding: fc.nat(3),
    holdingCap: fc.constantFrom(null, 40),
    today: fc.nat(3),
    dailyCap: fc.constant(null),
    figures: fc.array(fc.record({ label: fc.constant({ 'zh-CN': '成交' }), value: fc.oneof(fc.nat(2), fc.string()) }), {
      maxLength: 2,
    }),
    tieBreak: fc.constantFrom('longest-wait', 'fixed-order'),
  },
  {
    requiredKeys: ['userId', 'name', 'eligible', 'rank', 'reason', 'onShift', 'onLeave', 'holding', 'holdingCap', 'today'],
  },
) as fc.Arbitrary<Candidate>

const ranked = (candidates: Candidate[]): Candidate[] =>
  candidates.map((one, index) => ({ ...one, rank: index < candidates.length / 2 ? index + 1 : null }))

const table = fc
  .uniqueArray(candidate, { selector: ({ userId }) => userId })
  .chain((candidates) => fc.constantFrom(candidates, ranked(candidates)))

const explanation = fc.record({
  decidedAt: fc.constant('2026-11-16T04:00:00.000Z'),
  rules: fc.array(
    fc.record({
      ruleId: fc.constantFrom('r', 's'),
      label: fc.constant('顾问轮流'),
      version: fc.nat(2),
      verdict: fc.constantFrom('matched', 'not-matched'),
      clauses: fc.array(fc.record({ sentence: fc.string(), holds: fc.boolean(), read: fc.constant([]) }), { maxLength: 2 }),
      candidates: table,
    }),
    { maxLength: 3 },
  ),
  outcome: fc.constantFrom('assigned', 'queued'),
  winnerId: fc.option(person),
}) as fc.Arbitrary<AssignmentExplanation>

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const seriesOf = (explanations: readonly AssignmentExplanation[]): StoredSeries => {
  const series = new ExplanationSeries()
  for (const one of explanations) series.add(one)
  return throughJson(series.stored())
}

describe('a series of explanations', () => {
  it('gives back exactly what was added, whatever the tables, also through JSON', () => {
    fc.assert(
      fc.property(fc.array(explanation, { maxLength: 12 }), (all) => {
        expect(explanationsIn(seriesOf(all))).toEqual(throughJson(all))
      }),
      { numRuns: 300 },
    )
  })

  it('gives each by its place without those after it', () => {
    const all = fc.sample(explanation, { numRuns: 20, seed: 5 })
    const series = seriesOf(all)
    for (const [place, one] of all.entries()) expect(explanationsIn(series, place).at(-1)).toEqual(throughJson(one))
  })

  it('takes a fiftieth of the room for a pool of the usual size that takes turns', () => {
    const people = Array.from({ length: 86 }, (_, index): Candidate => ({
      userId: `01930000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      name: `顾问${index}`,
      eligible: true,
      rank: null,
      reason: 'tie-lost',
      onShift: true,
      onLeave: false,
      holding: 3,
      holdingCap: 40,
      today: 0,
      dailyCap: null,
      figures: [{ label: { 'zh-CN': '近 7 天成交单数', en: 'orders' }, value: index % 4 }],
    }))
    const all = Array.from({ length: 86 }, (_, turn): AssignmentExplanation => {
      const order = [...people.slice(turn), ...people.slice(0, turn).map((one) => ({ ...one, holding: 4, today: 1 }))]
      const candidates = order.map((one, index) => ({
        ...one,
        rank: index + 1,
        reason: index === 0 ? ('won' as const) : one.reason,
      }))
      return {
        decidedAt: '2026-11-16T04:00:00.000Z',
        rules: [{ ruleId: 'r', label: '轮流', version: 1, verdict: 'matched', clauses: [], candidates }],
        outcome: 'assigned',
        winnerId: candidates[0]?.userId ?? null,
      }
    })
    expect(explanationsIn(seriesOf(all))).toEqual(all)
    expect(JSON.stringify(seriesOf(all)).length * 50).toBeLessThan(JSON.stringify(all).length)
  })
})
