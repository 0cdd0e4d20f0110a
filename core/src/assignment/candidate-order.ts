import type { AssignmentRule, Candidate, LossReason, Ranked, TieBreak } from './assignment-rule.ts'

/** Why a person cannot take a record now, by the rule's switches; null when nothing stands in the way. The first reason counts. */
export const whyUnavailable = (candidate: Candidate, availability: AssignmentRule['availability']): LossReason | null => {
  const { holdingCap, dailyCap } = candidate
  if (availability.notOnLeave && candidate.onLeave) return 'on-leave'
  if (availability.onShift && !candidate.onShift) return 'off-shift'
  if (availability.underHoldingCap && holdingCap !== null && candidate.holding >= holdingCap) return 'holding-cap'
  if (availability.underDailyCap && dailyCap !== null && candidate.today >= dailyCap) return 'daily-cap'
  return null
}

const ascending = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Never having got one is the longest wait. */
const lastGot = ({ lastAssignedAt }: Candidate): number => (lastAssignedAt === null ? -Infinity : Date.parse(lastAssignedAt))

/** In this order; ids differ, so something always decides and the order of the input never does. */
const tieBreaks: readonly [TieBreak, (a: Candidate, b: Candidate) => number][] = [
  ['longest-wait', (a, b) => ascending(lastGot(a), lastGot(b))],
  ['fewest-in-hand', (a, b) => ascending(a.holding, b.holding)],
  ['fixed-order', (a, b) => ascending(a.userId, b.userId)],
]

export const byId = (a: Candidate, b: Candidate): number => ascending(a.userId, b.userId)

/** A person with a place, and what told them from the one just above if both scored the same. */
export interface Placed {
  candidate: Candidate
  score: number
  tieBreak: TieBreak | null
}

const compareTied = (a: Candidate, b: Candidate): { order: number; by: TieBreak | null } => {
  for (const [by, compare] of tieBreaks) {
    const order = compare(a, b)
    if (order !== 0) return { order, by }
  }
  return { order: 0, by: null }
}

/** The eligible whom the strategy accepted, best first: by its score, equals by the tie-breaks. */
export const placeCandidates = (eligible: readonly Candidate[], ranked: readonly Ranked[]): Placed[] => {
  const scores = new Map(ranked.map(({ userId, score }) => [userId, Number.isNaN(score) ? Infinity : score]))
  const placed = eligible
    .flatMap((candidate) => (scores.has(candidate.userId) ? [{ candidate, score: scores.get(candidate.userId) ?? Infinity }] : []))
    .sort((a, b) => ascending(a.score, b.score) || compareTied(a.candidate, b.candidate).order)
  return placed.map(({ candidate, score }, index) => {
    const above = placed[index - 1]
    return { candidate, score, tieBreak: above?.score === score ? compareTied(above.candidate, candidate).by : null }
  })
}
