import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssignmentExplanation } from './assignment-rule.ts'
import { packExplanation, unpackExplanation, type StoredExplanation } from './pack-explanation.ts'

type Candidate = AssignmentExplanation['rules'][number]['candidates'][number]

const candidate = fc.record(
  {
    userId: fc.uuid(),
    name: fc.constantFrom('李娜', '王珊', '何嘉文'),
    eligible: fc.boolean(),
    rank: fc.option(fc.nat(90)),
    reason: fc.constantFrom('won', 'off-shift', 'holding-cap', 'ranked-lower', 'tie-lost'),
    onShift: fc.boolean(),
    onLeave: fc.constant(false),
    holding: fc.nat(60),
    holdingCap: fc.constantFrom(null, 40),
    today: fc.nat(9),
    dailyCap: fc.constant(null),
    figures: fc.array(fc.record({ label: fc.constant({ 'zh-CN': '成交' }), value: fc.oneof(fc.nat(), fc.string()) }), {
      maxLength: 2,
    }),
    tieBreak: fc.constantFrom('longest-wait', 'fixed-order'),
  },
  {
    requiredKeys: [
      'userId',
      'name',
      'eligible',
      'rank',
      'reason',
      'onShift',
      'onLeave',
      'holding',
      'holdingCap',
      'today',
      'dailyCap',
      'figures',
    ],
  },
) as fc.Arbitrary<Candidate>

const explained = (candidates: Candidate[]): AssignmentExplanation => ({
  decidedAt: '2026-11-16T04:00:00.000Z',
  rules: [{ ruleId: 'r', label: '顾问轮流', version: 3, verdict: 'matched', clauses: [], candidates }],
  outcome: 'assigned',
  winnerId: candidates[0]?.userId ?? null,
})

describe('a stored explanation', () => {
  it('gives back exactly what was packed, whatever the candidates, also through JSON', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 90 }), (candidates) => {
        const explanation = explained(candidates)
        const stored = JSON.parse(JSON.stringify(packExplanation(explanation))) as StoredExplanation
        expect(unpackExplanation(stored)).toEqual(JSON.parse(JSON.stringify(explanation)))
      }),
    )
  })

  it('takes less than half the room for a pool of the usual size', () => {
    const candidates = Array.from({ length: 86 }, (_, index): Candidate => ({
      userId: `01930000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      name: `顾问${index}`,
      eligible: index % 3 === 0,
      rank: index % 3 === 0 ? index / 3 + 1 : null,
      reason: index === 0 ? 'won' : index % 3 === 0 ? 'ranked-lower' : 'off-shift',
      onShift: index % 3 === 0,
      onLeave: false,
      holding: index % 20,
      holdingCap: 40,
      today: index % 5,
      dailyCap: null,
      figures: [{ label: { 'zh-CN': '近 7 天成交单数', en: 'orders' }, value: index % 4 }],
    }))
    const size = (value: unknown): number => JSON.stringify(value).length
    expect(size(packExplanation(explained(candidates))) * 2).toBeLessThan(size(explained(candidates)))
  })

  it('is read as well when it was kept before there was packing', () => {
    const explanation = explained(fc.sample(candidate, 6))
    expect(unpackExplanation(explanation)).toEqual(explanation)
  })
})
