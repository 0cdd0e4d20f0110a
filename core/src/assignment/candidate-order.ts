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

/** Moments as numbers: a batch has few of them and asks for each a hundred thousand times. */
const moments = new Map<string, number>()
const MOST_MOMENTS = 1_000

const momentOf = (text: string): number => {
  const known = moments.get(text)
  if (known !== undefined) return known
  if (moments.size >= MOST_MOMENTS) moments.clear()
  const moment = Date.parse(text)
  moments.set(text, moment)
  return moment
}

/** Never having got one is the longest wait. */
const lastGot = ({ lastAssignedAt }: Candidate): number => (lastAssignedAt === null ? -Infinity : momentOf(lastAssignedAt))

interface Contender {
  candidate: Candidate
  score: number
  lastGot: number
}

/** In this order; ids differ, so something always decides and the order of the input never does. */
const tieBreaks: readonly [TieBreak, (contender: Contender) => number | string][] = [
  ['longest-wait', (contender) => contender.lastGot],
  ['fewest-in-hand', ({ candidate }) => candidate.holding],
  ['fixed-order', ({ candidate }) => candidate.userId],
]

/** By user id, character by character: an order that is the same on every machine. */
export const byId = (a: Candidate, b: Candidate): number => ascending(a.userId, b.userId)

/** A person with a place, and what told them from the one just above if both scored the same. */
export interface Placed {
  candidate: Candidate
  score: number
  tieBreak: TieBreak | null
}

const compareTied = (a: Contender, b: Contender): { order: number; by: TieBreak | null } => {
  for (const [by, factOf] of tieBreaks) {
    const order = ascending(factOf(a), factOf(b))
    if (order !== 0) return { order, by }
  }
  return { order: 0, by: null }
}

/** The eligible whom the strategy accepted, best first: by its score, equals by the tie-breaks. */
export const placeCandidates = (eligible: readonly Candidate[], ranked: readonly Ranked[]): Placed[] => {
  const scores = new Map(ranked.map(({ userId, score }) => [userId, Number.isNaN(score) ? Infinity : score]))
  const contenders = eligible
    .flatMap((candidate): Contender[] => {
      const score = scores.get(candidate.userId)
      return score === undefined ? [] : [{ candidate, score, lastGot: lastGot(candidate) }]
    })
    .sort((a, b) => ascending(a.score, b.score) || compareTied(a, b).order)
  return contenders.map((contender, index) => {
    const above = contenders[index - 1]
    const { candidate, score } = contender
    return { candidate, score, tieBreak: above?.score === score ? compareTied(above, contender).by : null }
  })
}
