import type { Value } from '../formulas/expression.ts'
import type {
  AssignmentDecision,
  AssignmentExplanation,
  AssignmentRule,
  AssignmentStrategy,
  Candidate,
  ClauseVerdict,
  LossReason,
} from './assignment-rule.ts'
import { byId, placeCandidates, whyUnavailable, type Placed } from './candidate-order.ts'

/** Whether a rule's condition holds for the record, clause by clause. */
export interface RuleVerdict {
  holds: boolean
  clauses: ClauseVerdict[]
}

/** The strategies that rules may name. */
export type StrategyRegistry = Readonly<Record<string, AssignmentStrategy>>

/** The facts of one decision, gathered beforehand; deciding reads nothing else. */
export interface AssignmentInput {
  record: Record<string, Value>
  /** Rules of the record's object, in any order, disabled ones included. */
  rules: readonly AssignmentRule[]
  verdictOf(rule: AssignmentRule): RuleVerdict
  /** The rule's pool for this record. Asked only for rules that match. */
  candidatesOf(rule: AssignmentRule): readonly Candidate[]
  strategies: StrategyRegistry
  /** Who had this customer before, if anyone did. */
  previousOwnerId: string | null
  /** ISO. */
  now: string
}

type RuleEntry = AssignmentExplanation['rules'][number]
type CandidateEntry = RuleEntry['candidates'][number]
type Problem = NonNullable<RuleEntry['problem']>
type Credits = AssignmentDecision['credits']

interface RuleOutcome {
  entry: RuleEntry
  winnerId: string | null
  credits: Credits
}

/** What a rule's strategy made of those who can. */
interface Ranking {
  placed: Placed[]
  figuresOf(candidate: Candidate): CandidateEntry['figures']
  creditsAfter(winnerId: string): Record<string, number>
}

const nobody: Ranking = { placed: [], figuresOf: () => [], creditsAfter: () => ({}) }

/** A rule that names a missing strategy, or settings it cannot read, must not stop intake: it has nobody, and says so. */
const rankUnder = (rule: AssignmentRule, eligible: Candidate[], input: AssignmentInput): Ranking | Problem => {
  const { strategies, record, previousOwnerId } = input
  const strategy = Object.hasOwn(strategies, rule.strategy.name) ? strategies[rule.strategy.name] : undefined
  if (!strategy) return 'unknown-strategy'
  const parsed = strategy.settings.safeParse(rule.strategy.settings)
  if (!parsed.success) return 'invalid-settings'
  const settings = parsed.data
  return {
    placed: placeCandidates(eligible, strategy.rank({ eligible, settings, record, previousOwnerId })),
    figuresOf: (candidate) => strategy.figures?.(candidate, settings) ?? [],
    creditsAfter: (winnerId) => strategy.nextCredits?.({ eligible, winnerId, settings }) ?? {},
  }
}

const lossOf = (place: Placed, winner: Placed | undefined): LossReason =>
  place.score === winner?.score ? 'tie-lost' : 'ranked-lower'

/** The table of candidates: those with a place first, best on top, then the others. Each with a reason. */
const candidateTable = (
  pool: readonly Candidate[],
  unavailable: ReadonlyMap<string, LossReason>,
  ranking: Ranking,
): CandidateEntry[] => {
  const { placed, figuresOf } = ranking
  const present = (candidate: Candidate, rank: number | null, reason: CandidateEntry['reason']): CandidateEntry => {
    const { userId, name, onShift, onLeave, holding, holdingCap, today, dailyCap } = candidate
    const eligible = !unavailable.has(userId)
    const figures = figuresOf(candidate)
    return { userId, name, eligible, rank, reason, onShift, onLeave, holding, holdingCap, today, dailyCap, figures }
  }
  const withPlace = placed.map((place, index): CandidateEntry => {
    const entry = present(place.candidate, index + 1, index === 0 ? 'won' : lossOf(place, placed[0]))
    if (place.tieBreak) entry.tieBreak = place.tieBreak
    return entry
  })
  const known = new Set(placed.map(({ candidate }) => candidate.userId))
  const withoutPlace = pool
    .filter(({ userId }) => !known.has(userId))
    .map((candidate) => present(candidate, null, unavailable.get(candidate.userId) ?? 'not-accepted-by-strategy'))
  return [...withPlace, ...withoutPlace]
}

/** Everybody once, in an order that does not depend on how the facts were read. */
const poolOf = (candidates: readonly Candidate[]): Candidate[] =>
  [...new Map(candidates.map((candidate) => [candidate.userId, candidate])).values()].sort(byId)

/** The people a rule's strategy restricts itself to; undefined: it does not, or it cannot be asked. */
const onlyUnder = (rule: AssignmentRule, { strategies, previousOwnerId }: AssignmentInput): Set<string> | undefined => {
  const strategy = Object.hasOwn(strategies, rule.strategy.name) ? strategies[rule.strategy.name] : undefined
  const settings = strategy?.settings.safeParse(rule.strategy.settings)
  return strategy?.only && settings?.success ? new Set(strategy.only({ settings: settings.data, previousOwnerId })) : undefined
}

const decideUnder = (rule: AssignmentRule, clauses: ClauseVerdict[], input: AssignmentInput): RuleOutcome => {
  const only = onlyUnder(rule, input)
  const pool = only?.size === 0 ? [] : poolOf(input.candidatesOf(rule)).filter(({ userId }) => only?.has(userId) ?? true)
  const unavailable = new Map<string, LossReason>()
  for (const candidate of pool) {
    const reason = whyUnavailable(candidate, rule.availability)
    if (reason) unavailable.set(candidate.userId, reason)
  }
  const ranked = rankUnder(
    rule,
    pool.filter(({ userId }) => !unavailable.has(userId)),
    input,
  )
  const ranking = typeof ranked === 'string' ? nobody : ranked
  const [winner, second] = ranking.placed
  const winnerId = winner?.candidate.userId ?? null
  const entry: RuleEntry = {
    ruleId: rule.id,
    label: rule.label,
    version: rule.version,
    verdict: winnerId === null ? 'nobody-available' : 'matched',
    clauses,
    strategy: rule.strategy.name,
    ...(typeof ranked === 'string' && { problem: ranked }),
    candidates: candidateTable(pool, unavailable, ranking),
    ...(second?.tieBreak && { tieBreak: second.tieBreak }),
  }
  const credits = winnerId === null ? {} : ranking.creditsAfter(winnerId)
  return { entry, winnerId, credits: Object.entries(credits).map(([userId, credit]) => ({ ruleId: rule.id, userId, credit })) }
}

const inOrder = (rules: readonly AssignmentRule[]): AssignmentRule[] =>
  rules.filter(({ enabled }) => enabled).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

const notMatched = ({ id, label, version }: AssignmentRule, clauses: ClauseVerdict[]): RuleEntry => ({
  ruleId: id,
  label,
  version,
  verdict: 'not-matched',
  clauses,
  candidates: [],
})

const outcomeOf = (winnerId: string | null, previousOwnerId: string | null): AssignmentExplanation['outcome'] => {
  if (winnerId === null) return 'queued'
  return winnerId === previousOwnerId ? 'kept-owner' : 'assigned'
}

/**
 * Who gets the record, and why. Rules are tried in order; the first that matches and has somebody decides. A rule that
 * matches and has nobody hands on or queues, as it says. When no rule decides, the record is queued, never dropped.
 * The same facts give the same decision, whatever order they were read in.
 */
export const decideAssignment = (input: AssignmentInput): AssignmentDecision => {
  const tried: RuleEntry[] = []
  const decided = (rule: AssignmentRule | null, winnerId: string | null, credits: Credits): AssignmentDecision => ({
    ownerId: winnerId,
    ruleId: rule?.id ?? null,
    ruleVersion: rule?.version ?? null,
    credits,
    explanation: { decidedAt: input.now, rules: tried, outcome: outcomeOf(winnerId, input.previousOwnerId), winnerId },
  })
  for (const rule of inOrder(input.rules)) {
    const { holds, clauses } = input.verdictOf(rule)
    if (!holds) {
      tried.push(notMatched(rule, clauses))
      continue
    }
    const { entry, winnerId, credits } = decideUnder(rule, clauses, input)
    tried.push(entry)
    if (winnerId !== null || rule.whenNobody === 'queue') return decided(rule, winnerId, credits)
  }
  return decided(null, null, [])
}
