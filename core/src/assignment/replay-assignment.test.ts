import { describe, expect, it } from 'vitest'
import type { Candidate } from './assignment-rule.ts'
import { candidate, mostClosed, rule } from './assignment.fixture.ts'
import { replayAssignment, type PastRecord, type ReplayReport } from './replay-assignment.ts'

const past = (id: string, at: string, facts: Partial<PastRecord> = {}): PastRecord => ({
  id,
  at,
  values: {},
  ownerId: 'a',
  previousOwnerId: null,
  closedAt: null,
  ...facts,
})

const run = (records: PastRecord[], pool: Candidate[]): ReplayReport =>
  replayAssignment({
    records,
    rules: [rule('r')],
    strategies: { 'most-closed': mostClosed },
    timeZone: 'Asia/Shanghai',
    verdictOf: () => ({ holds: true, clauses: [] }),
    candidatesOf: () => pool,
  })

describe('replayAssignment', () => {
  it('sets what the rules would do beside what was done', () => {
    const report = run(
      [past('1', '2026-11-01T02:00:00Z'), past('2', '2026-11-01T03:00:00Z'), past('3', '2026-11-01T04:00:00Z')],
      [candidate('a'), candidate('b'), candidate('idle', { onLeave: true })],
    )
    expect(report.people).toEqual([
      { userId: 'a', before: 3, after: 2 },
      { userId: 'b', before: 0, after: 1 },
      { userId: 'idle', before: 0, after: 0 },
    ])
    expect(report.changed).toMatchObject([{ recordId: '2', from: 'a', to: 'b', ruleId: 'r' }])
    expect(report.samples).toMatchObject([{ recordId: '2', to: 'b', why: { winnerId: 'b' } }])
    expect(report.rules).toEqual([{ ruleId: 'r', records: 3 }])
    expect(report.fairness.before.spread).toBe(3)
    expect(report.fairness.after.spread).toBe(2)
  })

  it('goes by time, not by the order of the list', () => {
    const records = [past('late', '2026-11-01T05:00:00Z'), past('early', '2026-11-01T02:00:00Z')]
    expect(run(records, [candidate('a'), candidate('b')]).changed.map(({ recordId }) => recordId)).toEqual(['late'])
  })

  it('keeps its own count of hands: full means queued, and a closing makes room', () => {
    const pool = [candidate('a', { holding: 1, holdingCap: 2 })]
    const still = [past('1', '2026-11-01T02:00:00Z'), past('2', '2026-11-01T03:00:00Z')]
    expect(run(still, pool).queued).toEqual({ before: 0, after: 1 })
    expect(
      run([past('1', '2026-11-01T02:00:00Z', { closedAt: '2026-11-01T03:00:00Z' }), past('2', '2026-11-01T03:00:00Z')], pool)
        .queued.after,
    ).toBe(0)
  })

  it('starts daily caps anew at midnight of the zone', () => {
    const pool = [candidate('a', { today: 1, dailyCap: 2 })]
    const at = [
      '2026-11-01T15:00:00Z',
      '2026-11-01T15:59:00Z',
      '2026-11-01T16:00:00Z',
      '2026-11-02T02:00:00Z',
      '2026-11-02T03:00:00Z',
    ]
    const report = run(
      at.map((moment, index) => past(String(index), moment)),
      pool,
    )
    expect(report.changed.map(({ recordId, to }) => [recordId, to])).toEqual([
      ['1', null],
      ['4', null],
    ])
  })

  it('reports queued ones of the past that somebody would get now', () => {
    expect(run([past('1', '2026-11-01T02:00:00Z', { ownerId: null })], [candidate('a')])).toMatchObject({
      queued: { before: 1, after: 0 },
      changed: [{ recordId: '1', from: null, to: 'a' }],
    })
  })

  it('names every change but explains only as many as asked', () => {
    const report = replayAssignment({
      records: ['1', '2', '3'].map((id) => past(id, '2026-11-01T02:00:00Z', { ownerId: 'gone' })),
      rules: [rule('r')],
      strategies: { 'most-closed': mostClosed },
      timeZone: 'Asia/Shanghai',
      verdictOf: () => ({ holds: true, clauses: [] }),
      candidatesOf: () => [candidate('a')],
      samples: 1,
    })
    expect(report.changed).toHaveLength(3)
    expect(report.samples.map(({ recordId }) => recordId)).toEqual(['1'])
  })

  it('has nothing to say about nothing', () => {
    expect(run([], [candidate('a')])).toMatchObject({ people: [], queued: { before: 0, after: 0 }, changed: [] })
  })
})
