import type { AssignmentDecision, Candidate } from './assignment-rule.ts'

/**
 * What a batch has handed out so far, on top of the facts it was gathered with: so records are decided one after another
 * on shared state, exactly as if each had come alone. The server writes the same changes to its counters.
 */
export interface AssignmentTally {
  /** More (or, after a release, fewer) in hand than was gathered, by person. */
  holding: ReadonlyMap<string, number>
  /** Got in the batch today, by person. */
  today: ReadonlyMap<string, number>
  lastAssignedAt: ReadonlyMap<string, string>
  /** Credits by rule, then by person. */
  credits: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export const emptyTally: AssignmentTally = {
  holding: new Map(),
  today: new Map(),
  lastAssignedAt: new Map(),
  credits: new Map(),
}

const plus = (counts: ReadonlyMap<string, number>, userId: string, change: number): Map<string, number> =>
  new Map(counts).set(userId, (counts.get(userId) ?? 0) + change)

const withCredits = (tally: AssignmentTally, turns: AssignmentDecision['credits']): AssignmentTally['credits'] => {
  const credits = new Map(tally.credits)
  for (const ruleId of new Set(turns.map((turn) => turn.ruleId))) {
    const own = turns.filter((turn) => turn.ruleId === ruleId).map(({ userId, credit }) => [userId, credit] as const)
    credits.set(ruleId, new Map([...(credits.get(ruleId) ?? []), ...own]))
  }
  return credits
}

/** The tally after a decision: the winner has one more in hand and today, and got it just now; turns are as the rule left them. */
export const applyDecision = (tally: AssignmentTally, decision: AssignmentDecision): AssignmentTally => {
  const { ownerId, explanation } = decision
  if (ownerId === null) return tally
  return {
    holding: plus(tally.holding, ownerId, 1),
    today: plus(tally.today, ownerId, 1),
    lastAssignedAt: new Map(tally.lastAssignedAt).set(ownerId, explanation.decidedAt),
    credits: withCredits(tally, decision.credits),
  }
}

/** The tally after somebody's record was closed or went to another. */
export const applyRelease = (tally: AssignmentTally, userId: string): AssignmentTally => ({
  ...tally,
  holding: plus(tally.holding, userId, -1),
})

/** A rule's candidates as they stand after what the batch handed out. */
export const candidatesAfter = (tally: AssignmentTally, ruleId: string, candidates: readonly Candidate[]): Candidate[] => {
  const credits = tally.credits.get(ruleId)
  return candidates.map((candidate) => ({
    ...candidate,
    holding: candidate.holding + (tally.holding.get(candidate.userId) ?? 0),
    today: candidate.today + (tally.today.get(candidate.userId) ?? 0),
    lastAssignedAt: tally.lastAssignedAt.get(candidate.userId) ?? candidate.lastAssignedAt,
    credit: credits?.get(candidate.userId) ?? candidate.credit,
  }))
}
