import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../formulas/expression.ts'
import { outcomeSchema, type Outcome } from './outcome.ts'
import { planFollowUp, type FollowUpInput, type FollowUpPlan } from './plan-follow-up.ts'
import { proposeNextStep } from './propose-next-step.ts'

const now = '2026-11-21T02:41:52.108Z'
const stages = ['new', 'contacted', 'trial-booked', 'visited', 'quoted', 'enrolled', 'lost']

const outcome = (facts: Partial<Outcome>): Outcome => outcomeSchema.parse({ id: 'o', label: { 'zh-CN': '结果' }, ...facts })
const trial = outcome({
  id: 'needs-trial',
  stage: 'trial-booked',
  next: { action: { 'zh-CN': '到店试听', en: 'Trial lesson' }, afterMinutes: 1_440 },
  tag: { 'zh-CN': '比价事件' },
})
const enrolled = outcome({ id: 'enrolled', stage: 'enrolled', closes: true })
const unreached = outcome({ id: 'no-answer', effective: false })

const next = { nextAction: '到店试听', nextAt: '2026-11-22T18:00:00+08:00' }

type Plan = Extract<FollowUpPlan, { ok: true }>
const attempt = (input: FollowUpInput, values: Record<string, Value> = {}): FollowUpPlan =>
  planFollowUp({ lead: { id: 'L1', values }, stages, now }, input)
const plan = (input: FollowUpInput, values: Record<string, Value> = {}): Plan => {
  const result = attempt(input, values)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result
}

describe('a first follow-up', () => {
  const values = {
    stage: 'new',
    createdAt: '2026-11-21T02:00:00.000Z',
    assignedAt: '2026-11-21T02:00:01.000Z',
    followUpCount: 0,
    firstFollowUpAt: null,
  }

  it('moves the lead, measures the response from when it came in, and makes the next task', () => {
    expect(plan({ outcome: trial, note: ' 孩子二次函数总丢分　', ...next }, values)).toEqual({
      ok: true,
      lead: {
        stage: 'trial-booked',
        outcome: 'needs-trial',
        firstFollowUpAt: now,
        firstResponseMinutes: 42,
        lastFollowUpAt: now,
        followUpCount: 1,
        nextAction: '到店试听',
        nextAt: '2026-11-22T10:00:00.000Z',
      },
      followUp: {
        lead: 'L1',
        outcome: 'needs-trial',
        note: '孩子二次函数总丢分',
        effective: true,
        nextAction: '到店试听',
        nextAt: '2026-11-22T10:00:00.000Z',
      },
      task: { lead: 'L1', title: '到店试听', dueAt: '2026-11-22T10:00:00.000Z', doneAt: null, kind: 'next-action' },
      completes: ['first-follow-up', 'next-action'],
      stopsClocks: true,
      tag: { 'zh-CN': '比价事件' },
    })
  })

  it('never reports a negative wait, and does without one when it is unknown', () => {
    expect(plan({ outcome: trial, ...next }, { createdAt: '2026-11-21T02:42:30.000Z' }).lead).toMatchObject({
      firstResponseMinutes: 0,
    })
    expect(plan({ outcome: trial, ...next }, {}).lead).not.toHaveProperty('firstResponseMinutes')
    expect(plan({ outcome: trial, ...next }, { assignedAt: '2026-11-21T02:11:52.108Z' }).lead).toMatchObject({
      firstResponseMinutes: 30,
    })
  })
})

describe('a later follow-up', () => {
  it('leaves the first response alone and counts on, also from a count kept as text', () => {
    const { lead } = plan({ outcome: trial, ...next }, { firstFollowUpAt: '2026-11-20T02:00:00.000Z', followUpCount: '3' })
    expect(lead).toMatchObject({ followUpCount: 4, lastFollowUpAt: now })
    expect(lead).not.toHaveProperty('firstFollowUpAt')
    expect(lead).not.toHaveProperty('firstResponseMinutes')
  })
})

describe('a call nobody answered', () => {
  it('is kept and counted, but is no response, and the clocks run on', () => {
    const result = plan({ outcome: unreached, ...next }, { stage: 'new', createdAt: now })
    expect(result).toMatchObject({
      stopsClocks: false,
      completes: ['next-action'],
      followUp: { effective: false },
      lead: { followUpCount: 1, lastFollowUpAt: now },
    })
    expect(result.lead).not.toHaveProperty('firstFollowUpAt')
    expect(result.lead).not.toHaveProperty('stage')
  })
})

describe('an outcome that closes', () => {
  it('needs no next step, ignores one that is sent, makes no task and stops the clocks', () => {
    expect(plan({ outcome: enrolled, ...next }, { stage: 'quoted' })).toMatchObject({
      lead: { stage: 'enrolled', nextAction: null, nextAt: null },
      followUp: { nextAction: null, nextAt: null },
      task: null,
      stopsClocks: true,
    })
  })

  it('stops the clocks even when it was no effective contact', () => {
    expect(plan({ outcome: outcome({ closes: true, effective: false }) })).toMatchObject({
      stopsClocks: true,
      completes: ['first-follow-up', 'next-action'],
    })
  })
})

describe('the stage', () => {
  const stageAfter = (from: string | null, facts: Partial<Outcome>): Value | undefined =>
    plan({ outcome: outcome(facts), ...next }, { stage: from }).lead['stage']

  it('moves forward only, unless the outcome may go back', () => {
    expect(stageAfter('quoted', { stage: 'trial-booked' })).toBeUndefined()
    expect(stageAfter('lost', { stage: 'contacted', mayGoBack: true })).toBe('contacted')
    expect(stageAfter(null, { stage: 'contacted' })).toBe('contacted')
    expect(stageAfter('since-removed', { stage: 'contacted' })).toBe('contacted')
  })

  it('stays when the outcome names none, the same, or one that no longer exists', () => {
    expect(stageAfter('new', {})).toBeUndefined()
    expect(stageAfter('new', { stage: 'new' })).toBeUndefined()
    expect(stageAfter('new', { stage: 'since-removed' })).toBeUndefined()
  })

  it('never goes back for all pairs of stages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.constantFrom(...stages), (from, to) => {
        const after = stageAfter(from, { stage: to }) ?? from
        expect(stages.indexOf(String(after))).toBeGreaterThanOrEqual(stages.indexOf(from))
      }),
    )
  })
})

describe('what is missing', () => {
  const issues = (input: FollowUpInput): string[] => {
    const result = attempt(input)
    return result.ok ? [] : result.issues.map(({ path, code }) => `${path}:${code}`)
  }

  it('is told all at once', () => {
    expect(issues({ outcome: null })).toEqual(['outcome:required', 'nextAction:required', 'nextAt:required'])
    expect(issues({ outcome: null, ...next })).toEqual(['outcome:required'])
    expect(issues({ outcome: trial, nextAction: '　 ', nextAt: '' })).toEqual(['nextAction:required', 'nextAt:required'])
  })

  it('a time must say its zone and lie ahead', () => {
    expect(issues({ outcome: trial, ...next, nextAt: '2026-11-22T18:00' })).toEqual(['nextAt:not-an-instant'])
    expect(issues({ outcome: trial, ...next, nextAt: '明天' })).toEqual(['nextAt:not-an-instant'])
    expect(issues({ outcome: trial, ...next, nextAt: now })).toEqual(['nextAt:in-the-past'])
    expect(issues({ outcome: trial, ...next, nextAt: '2026-11-21T10:41:53+08:00' })).toEqual([])
  })
})

describe('proposeNextStep', () => {
  it('fills in the outcome’s own next action and its time, in the reader’s language', () => {
    expect(proposeNextStep(trial, now, 'zh-CN')).toEqual({ nextAction: '到店试听', nextAt: '2026-11-22T02:41:52.108Z' })
    expect(proposeNextStep(trial, now, 'en')?.nextAction).toBe('Trial lesson')
    expect(proposeNextStep(enrolled, now, 'zh-CN')).toBeNull()
    expect(proposeNextStep(unreached, now, 'zh-CN')).toBeNull()
  })
})
