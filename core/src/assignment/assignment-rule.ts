import { z } from 'zod'
import { expressionSchema, type Expression, type Value } from '../formulas/expression.ts'
import type { Label, Locale } from '../i18n/label.ts'
import { conditionReferences, fieldReferences, type ConfigReference } from '../config/reference.ts'

/**
 * One rule of an ordered list: when the record fits, its pool's people are ranked by the strategy, those who cannot
 * take it now fall out, the first of the rest gets it. No one left: `whenNobody` says what happens, never silence.
 */
export const assignmentRuleSchema = z.object({
  id: z.string(),
  label: z.string().min(1).max(60),
  object: z.string().default('lead'),
  enabled: z.boolean().default(true),
  /** Lower first. */
  order: z.number().int(),
  /** Grows with every published change; decisions name it. */
  version: z.number().int().default(1),
  when: expressionSchema.optional(),
  pool: z.object({
    /** Users by id. */
    users: z.array(z.string()).default([]),
    /** Whole departments, with those below. */
    departments: z.array(z.string()).default([]),
    /** Relation field on the record that leads to a department-like record: `campus` → consultants of that campus. */
    sameAs: z.string().optional(),
    /** Only people whose skills hold the value of this field: `subject`. */
    skillField: z.string().optional(),
    /** Roles that take leads; default consultants. */
    roles: z.array(z.string()).default(['consultant']),
  }),
  strategy: z.object({ name: z.string(), settings: z.record(z.string(), z.unknown()).default({}) }),
  availability: z
    .object({
      onShift: z.boolean().default(true),
      notOnLeave: z.boolean().default(true),
      underHoldingCap: z.boolean().default(true),
      underDailyCap: z.boolean().default(true),
    })
    .default({ onShift: true, notOnLeave: true, underHoldingCap: true, underDailyCap: true }),
  /** `next-rule` tries on; `queue` puts it in the fallback queue, visible and warned about. */
  whenNobody: z.enum(['next-rule', 'queue']).default('next-rule'),
})
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>

/** A person as the decider sees one, at one instant. Gathered by the server in a few queries. */
export interface Candidate {
  userId: string
  name: string
  onShift: boolean
  onLeave: boolean
  /** Open leads in hand, and the most one may hold (null: no cap). */
  holding: number
  holdingCap: number | null
  /** Got today, and the most a day (null: no cap). */
  today: number
  dailyCap: number | null
  weight: number
  /** When this person last got a record by any rule, ISO; null: never. Breaks ties: longest wait first. */
  lastAssignedAt: string | null
  /** Smooth round-robin credit of this person under this rule. */
  credit: number
  /** Figures the rule's strategy asked for, by measure name: { ordersClosed: 3 }. */
  figures: Record<string, number>
}

/** A measure that a strategy wants gathered for every candidate before it ranks. */
export interface MeasureRequest {
  name: string
  label: Label
  object: string
  fn: 'count' | 'sum'
  of?: string
  /** The field that holds the person. */
  by: string
  /** May use `{ field: 'record.subject' }` for values of the record that is being assigned. */
  where: Expression
}

/** One person's place in the strategy's order. */
export interface Ranked {
  userId: string
  /** Smaller is better; equal scores are a tie. */
  score: number
}

/** How a rule picks among those who can. A folder in `extensions/assignment-strategies`. */
export interface AssignmentStrategy<Settings = Record<string, unknown>> {
  name: string
  label: Label
  description: Label
  settings: z.ZodType<Settings>
  /**
   * The only people it could ever choose for this record. Whoever else is in the pool is not looked at and not listed: nobody
   * asks why 86 colleagues are not a customer's former owner. Absent: the whole pool.
   */
  only?(input: { settings: Settings; previousOwnerId: string | null }): string[]
  /** Figures it needs, for this record. */
  measures?(settings: Settings): MeasureRequest[]
  /**
   * Ranks the eligible, best first not required: the decider sorts by score, then by `lastAssignedAt` (longest wait first),
   * then by holding, then by id. Returns only those it accepts (fixed person: one; previous owner: that one or none).
   */
  rank(input: {
    eligible: Candidate[]
    settings: Settings
    record: Record<string, Value>
    previousOwnerId: string | null
  }): Ranked[]
  /** After the winner is known: the credits of all candidates to store, for strategies that keep a turn. */
  nextCredits?(input: { eligible: Candidate[]; winnerId: string; settings: Settings }): Record<string, number>
  /** The figures of one person for the table of candidates; asked for everybody, so that those who fell out show theirs too. */
  figures?(candidate: Candidate, settings: Settings): { label: Label; value: number | string }[]
  /** The rule's strategy as a phrase: 按近 7 天成交单数. */
  sentence(settings: Settings, locale: Locale): string
}
/**
 * Ties the settings that a strategy reads to the schema it gives; does nothing else.
 * @example export const fixedPerson = defineAssignmentStrategy({ name: 'fixed-person', settings: z.object({ userId: z.string() }), … })
 */
export const defineAssignmentStrategy = <S>(strategy: AssignmentStrategy<S>): AssignmentStrategy<S> => strategy

/** Why somebody could not take it. */
export type LossReason =
  | 'off-shift'
  | 'on-leave'
  | 'holding-cap'
  | 'daily-cap'
  | 'not-accepted-by-strategy'
  | 'ranked-lower'
  | 'tie-lost'

/** What told equals apart: who waited longest, then who has fewest in hand, then the order of ids. */
export type TieBreak = 'longest-wait' | 'fewest-in-hand' | 'fixed-order'

/** One clause of a condition with its verdict and the value it read: ✓ 来源 等于 抖音（抖音）. */
export interface ClauseVerdict {
  sentence: string
  holds: boolean
  /** The values read, for people, by field path. */
  read: { field: string; value: string }[]
}

/**
 * 分配溯源: facts, not prose. Everything a person needs to see why, replayable, rendered by one component.
 */
export interface AssignmentExplanation {
  decidedAt: string
  /** Rules in the order tried, up to and including the one that decided. */
  rules: {
    ruleId: string
    label: string
    version: number
    verdict: 'matched' | 'not-matched' | 'nobody-available'
    clauses: ClauseVerdict[]
    strategy?: string
    /** The rule itself is broken: its strategy is gone, or its settings no longer fit. Nobody is available under it. */
    problem?: 'unknown-strategy' | 'invalid-settings'
    candidates: {
      userId: string
      name: string
      eligible: boolean
      rank: number | null
      reason: LossReason | 'won'
      onShift: boolean
      onLeave: boolean
      holding: number
      holdingCap: number | null
      today: number
      dailyCap: number | null
      figures: { label: Label; value: number | string }[]
      /** What put this person after the one ranked just above, when both scored the same. */
      tieBreak?: TieBreak
    }[]
    /** How the winner was told apart from equals, when there were any. */
    tieBreak?: TieBreak
  }[]
  /** `kept-owner`: it goes to the owner the customer had before. */
  outcome: 'assigned' | 'queued' | 'kept-owner'
  winnerId: string | null
}

export interface AssignmentDecision {
  ownerId: string | null
  ruleId: string | null
  ruleVersion: number | null
  explanation: AssignmentExplanation
  /** Round-robin credits to store, by rule and user. */
  credits: { ruleId: string; userId: string; credit: number }[]
}

/** What an assignment rule names: its object, fields of it, the roles of its pool. */
export const assignmentRuleReferences = (rule: AssignmentRule): ConfigReference[] => [
  { path: ['object'], to: 'object', name: rule.object },
  ...conditionReferences(rule.object, rule.when, ['when']),
  ...fieldReferences(rule.object, [rule.pool.sameAs, rule.pool.skillField], ['pool']),
  ...rule.pool.roles.map((name, index) => ({ path: ['pool', 'roles', index], to: 'role', name })),
]
