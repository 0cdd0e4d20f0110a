import { z } from 'zod'
import { assignmentRuleSchema, defineAssignmentStrategy, type AssignmentRule, type Candidate } from './assignment-rule.ts'
import { decideAssignment, type AssignmentInput } from './decide-assignment.ts'

export const now = '2026-11-21T02:41:52.108Z'

export const candidate = (userId: string, facts: Partial<Candidate> = {}): Candidate => ({
  userId,
  name: `顾问${userId}`,
  onShift: true,
  onLeave: false,
  holding: 0,
  holdingCap: null,
  today: 0,
  dailyCap: null,
  weight: 1,
  lastAssignedAt: null,
  credit: 0,
  figures: {},
  ...facts,
})

export const rule = (id: string, facts: Partial<AssignmentRule> = {}): AssignmentRule =>
  assignmentRuleSchema.parse({
    id,
    label: `规则${id}`,
    order: 1,
    pool: {},
    strategy: { name: 'most-closed' },
    ...facts,
  })

/** A strategy as an extension would write it. */
export const mostClosed = defineAssignmentStrategy<{ among?: string[] | undefined }>({
  name: 'most-closed',
  label: { 'zh-CN': '成交最多' },
  description: { 'zh-CN': '成交最多的人' },
  settings: z.object({ among: z.array(z.string()).optional() }),
  rank: ({ eligible, settings: { among } }) =>
    eligible
      .filter(({ userId }) => among?.includes(userId) ?? true)
      .map(({ userId, figures }) => ({ userId, score: -(figures['closed'] ?? 0) })),
  figures: ({ figures }) => [{ label: { 'zh-CN': '成交' }, value: figures['closed'] ?? 0 }],
  nextCredits: ({ eligible, winnerId }) =>
    Object.fromEntries(eligible.map(({ userId }) => [userId, userId === winnerId ? 0 : 1])),
  sentence: () => '按成交',
})

export const decide = (candidates: Candidate[], facts: Partial<AssignmentInput> = {}): ReturnType<typeof decideAssignment> =>
  decideAssignment({
    record: {},
    rules: [rule('a')],
    strategies: { 'most-closed': mostClosed },
    previousOwnerId: null,
    now,
    verdictOf: () => ({ holds: true, clauses: [] }),
    candidatesOf: () => candidates,
    ...facts,
  })
