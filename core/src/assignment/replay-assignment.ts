import type { Value } from '../formulas/expression.ts'
import { civilDate, instantOf } from '../time/zoned-time.ts'
import { applyDecision, applyRelease, candidatesAfter, emptyTally, type AssignmentTally } from './apply-decision.ts'
import type { AssignmentExplanation, AssignmentRule, Candidate } from './assignment-rule.ts'
import { decideAssignment, type RuleVerdict, type StrategyRegistry } from './decide-assignment.ts'
import { fairnessOf, type Fairness } from './fairness.ts'

/** A record that was assigned in the past. */
export interface PastRecord {
  id: string
  /** When it was assigned, ISO. */
  at: string
  values: Record<string, Value>
  /** Who got it then; null: it was queued. */
  ownerId: string | null
  previousOwnerId: string | null
  /** When it left its owner's hands; null: still open. */
  closedAt: string | null
}

export interface ReplayInput {
  records: readonly PastRecord[]
  rules: readonly AssignmentRule[]
  strategies: StrategyRegistry
  /** The zone in which daily caps start anew. */
  timeZone: string
  verdictOf(rule: AssignmentRule, record: PastRecord): RuleVerdict
  /**
   * The pool with shift, leave and figures as at the record's moment. In hand, today, last got and credit are those of
   * the beginning of the replay, every time: the replay keeps its own count from there.
   */
  candidatesOf(rule: AssignmentRule, record: PastRecord): readonly Candidate[]
  /** Of how many changes the whole explanation is kept; a month of them would fill the memory. */
  samples?: number
}

/** A record that would have gone to somebody else. */
export interface ChangedAssignment {
  recordId: string
  at: string
  from: string | null
  to: string | null
  ruleId: string | null
}

/** What the rules would have done, beside what was done. */
export interface ReplayReport {
  people: { userId: string; before: number; after: number }[]
  queued: { before: number; after: number }
  /** Records by the rule that would decide them; null: no rule would. */
  rules: { ruleId: string | null; records: number }[]
  changed: ChangedAssignment[]
  /** The first of the changed, with the reason. */
  samples: (ChangedAssignment & { why: AssignmentExplanation })[]
  fairness: { before: Fairness; after: Fairness }
}

type PastEvent = { at: number; kind: 'assigned' | 'closed'; record: PastRecord }

/** A record closed at the very moment it was assigned is closed just after, or it would stay in hand for good. */
const closingOf = (closedAt: string, assignedAt: string): number => Math.max(instantOf(closedAt), instantOf(assignedAt) + 1)

/** Assignments and closings as they happened; a closing makes room for what comes at the same instant. */
const eventsOf = (records: readonly PastRecord[]): PastEvent[] =>
  records
    .flatMap((record): PastEvent[] => [
      { at: instantOf(record.at), kind: 'assigned', record },
      ...(record.closedAt === null ? [] : [{ at: closingOf(record.closedAt, record.at), kind: 'closed' as const, record }]),
    ])
    .sort((a, b) => a.at - b.at || (a.kind === b.kind ? (a.record.id < b.record.id ? -1 : 1) : a.kind === 'closed' ? -1 : 1))

interface Replayed {
  record: PastRecord
  ownerId: string | null
  ruleId: string | null
  why: AssignmentExplanation | null
}

const SAMPLES = 20

const replay = (input: ReplayInput, seen: Set<string>): Replayed[] => {
  let samplesLeft = input.samples ?? SAMPLES
  const decided = new Map<string, Replayed>()
  let tally: AssignmentTally = emptyTally
  let day: string | null = null
  let isFirstDay = true
  const candidatesOf = (rule: AssignmentRule, record: PastRecord): Candidate[] => {
    const gathered = input.candidatesOf(rule, record)
    for (const { userId } of gathered) seen.add(userId)
    return candidatesAfter(tally, rule.id, isFirstDay ? gathered : gathered.map((candidate) => ({ ...candidate, today: 0 })))
  }
  for (const { at, kind, record } of eventsOf(input.records)) {
    if (kind === 'closed') {
      const holder = decided.get(record.id)?.ownerId
      if (holder) tally = applyRelease(tally, holder)
      continue
    }
    const date = civilDate(at, input.timeZone)
    if (date !== day) {
      isFirstDay = day === null
      tally = { ...tally, today: new Map() }
      day = date
    }
    const decision = decideAssignment({
      record: record.values,
      rules: input.rules,
      strategies: input.strategies,
      previousOwnerId: record.previousOwnerId,
      now: record.at,
      verdictOf: (rule) => input.verdictOf(rule, record),
      candidatesOf: (rule) => candidatesOf(rule, record),
    })
    tally = applyDecision(tally, decision)
    const isSample = decision.ownerId !== record.ownerId && samplesLeft > 0
    if (isSample) samplesLeft -= 1
    decided.set(record.id, {
      record,
      ownerId: decision.ownerId,
      ruleId: decision.ruleId,
      why: isSample ? decision.explanation : null,
    })
  }
  return [...decided.values()]
}

const changeOf = ({ record, ownerId, ruleId }: Replayed): ChangedAssignment => ({
  recordId: record.id,
  at: record.at,
  from: record.ownerId,
  to: ownerId,
  ruleId,
})

const countBy = <Key>(keys: readonly Key[]): Map<Key, number> => {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/**
 * Tries rules on past records without touching anything: who would have got what, what would have changed, and whether
 * it would have been fairer. Records of closed hands free their place in the replay too.
 */
export const replayAssignment = (input: ReplayInput): ReplayReport => {
  const seen = new Set<string>()
  const replayed = replay(input, seen)
  const before = countBy(replayed.map(({ record }) => record.ownerId))
  const after = countBy(replayed.map(({ ownerId }) => ownerId))
  for (const userId of before.keys()) if (userId !== null) seen.add(userId)
  const people = [...seen].sort().map((userId) => ({ userId, before: before.get(userId) ?? 0, after: after.get(userId) ?? 0 }))
  return {
    people,
    queued: { before: before.get(null) ?? 0, after: after.get(null) ?? 0 },
    rules: [...countBy(replayed.map(({ ruleId }) => ruleId))].map(([ruleId, records]) => ({ ruleId, records })),
    changed: replayed.filter(({ record, ownerId }) => record.ownerId !== ownerId).map(changeOf),
    samples: replayed.flatMap((one) => (one.why === null ? [] : [{ ...changeOf(one), why: one.why }])),
    fairness: {
      before: fairnessOf(people.map((person) => person.before)),
      after: fairnessOf(people.map((person) => person.after)),
    },
  }
}
