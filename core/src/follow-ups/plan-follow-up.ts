import type { Issue } from '../errors/app-error.ts'
import type { Value } from '../formulas/expression.ts'
import type { Label } from '../i18n/label.ts'
import type { CrmRecord } from '../records/crm-record.ts'
import { instantOf, isoOf, parseInstant } from '../time/zoned-time.ts'
import type { Outcome } from './outcome.ts'

/** The kinds of task that following up brings about or does. */
export type FollowUpTaskKind = 'first-follow-up' | 'next-action'

/** The lead as it stands, and the order of its stages. */
export interface FollowUpFacts {
  /** Values with the system fields. */
  lead: Pick<CrmRecord, 'id' | 'values'>
  /** Option ids of the stage field, first to last. */
  stages: readonly string[]
  /** ISO. */
  now: string
}

/** What the consultant gave. Blank is not given. */
export interface FollowUpInput {
  outcome: Outcome | null
  note?: string | null
  nextAction?: string | null
  /** ISO with its zone. */
  nextAt?: string | null
}

type Values = Record<string, Value>

/** Everything that must happen, to be written in one transaction; or what is still missing. */
export type FollowUpPlan =
  | { ok: false; issues: Issue[] }
  | {
      ok: true
      /** Changes of the lead; what is not named stays. */
      lead: Values
      /** Values of the follow-up record. */
      followUp: Values
      /** Values of the task to make; null: nothing follows. */
      task: Values | null
      /** Open tasks of these kinds on the lead are done by this. */
      completes: FollowUpTaskKind[]
      /** The lead's follow-up clocks end here. */
      stopsClocks: boolean
      /** Marks the timeline: 比价事件. */
      tag: Label | null
    }

interface NextStep {
  action: string
  at: string
}

const filled = (text: string | null | undefined): string | null => text?.trim() || null

/** The next step as given; issues when it is missing, unreadable or over before it begins. */
const readNextStep = ({ nextAction, nextAt }: FollowUpInput, now: string): NextStep | Issue[] => {
  const action = filled(nextAction)
  const when = filled(nextAt)
  const at = when === null ? null : parseInstant(when)
  const issues: Issue[] = []
  if (action === null) issues.push({ path: 'nextAction', code: 'required' })
  if (when === null) issues.push({ path: 'nextAt', code: 'required' })
  else if (at === null) issues.push({ path: 'nextAt', code: 'not-an-instant' })
  else if (at <= instantOf(now)) issues.push({ path: 'nextAt', code: 'in-the-past' })
  return action !== null && at !== null && issues.length === 0 ? { action, at: isoOf(at) } : issues
}

/** Forward, or back if the outcome may; a stage that the object no longer has moves nothing. */
const stageChange = (current: Value | undefined, outcome: Outcome, stages: readonly string[]): Values => {
  const { stage, mayGoBack } = outcome
  if (stage === undefined || stage === current || !stages.includes(stage)) return {}
  const isForward = typeof current !== 'string' || stages.indexOf(stage) > stages.indexOf(current)
  return isForward || mayGoBack ? { stage } : {}
}

/**
 * The first effective follow-up, and how long the customer waited for it: from when the lead came in, whoever had it.
 * Clocks of two machines may disagree by a little; a wait is never negative.
 */
const firstResponse = (values: Values, outcome: Outcome, now: string): Values => {
  if (!outcome.effective || filled(textIn(values['firstFollowUpAt'])) !== null) return {}
  const cameIn = textIn(values['createdAt']) ?? textIn(values['assignedAt'])
  const since = cameIn === null ? null : parseInstant(cameIn)
  if (since === null) return { firstFollowUpAt: now }
  return { firstFollowUpAt: now, firstResponseMinutes: Math.max(0, Math.round((instantOf(now) - since) / 60_000)) }
}

const textIn = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)

/** Counts may be stored as decimals in text; what is no number counts as none. */
const countIn = (value: Value | undefined): number => {
  const count = Number(value ?? 0)
  return Number.isFinite(count) ? count : 0
}

const leadChanges = ({ lead, stages, now }: FollowUpFacts, outcome: Outcome, next: NextStep | null): Values => ({
  ...stageChange(lead.values['stage'], outcome, stages),
  ...firstResponse(lead.values, outcome, now),
  outcome: outcome.id,
  lastFollowUpAt: now,
  followUpCount: countIn(lead.values['followUpCount']) + 1,
  nextAction: next?.action ?? null,
  nextAt: next?.at ?? null,
})

/**
 * What a follow-up sets going. An outcome must be chosen, and unless it closes the lead, so must the next action and its
 * time: no lead is left without a next step. A call nobody answered is kept and counted, but neither is it a response
 * nor does it stop the clocks.
 */
export const planFollowUp = (facts: FollowUpFacts, input: FollowUpInput): FollowUpPlan => {
  const { outcome } = input
  const next = outcome?.closes ? null : readNextStep(input, facts.now)
  if (outcome === null || Array.isArray(next)) {
    const missing: Issue[] = outcome === null ? [{ path: 'outcome', code: 'required' }] : []
    return { ok: false, issues: [...missing, ...(Array.isArray(next) ? next : [])] }
  }
  const { id } = facts.lead
  const isSettled = outcome.effective || outcome.closes
  return {
    ok: true,
    lead: leadChanges(facts, outcome, next),
    followUp: {
      lead: id,
      outcome: outcome.id,
      note: filled(input.note),
      effective: outcome.effective,
      nextAction: next?.action ?? null,
      nextAt: next?.at ?? null,
    },
    task: next && { lead: id, title: next.action, dueAt: next.at, doneAt: null, kind: 'next-action' },
    completes: isSettled ? ['first-follow-up', 'next-action'] : ['next-action'],
    stopsClocks: isSettled,
    tag: outcome.tag ?? null,
  }
}
