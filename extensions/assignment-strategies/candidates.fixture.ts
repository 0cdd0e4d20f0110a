import fc from 'fast-check'
import { assignmentRuleSchema, type AssignmentRule, type Candidate } from '@jieli/core'

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

export const ruleWith = (
  name: string,
  settings: Record<string, unknown> = {},
  facts: Partial<AssignmentRule> = {},
): AssignmentRule =>
  assignmentRuleSchema.parse({ id: `rule-${name}`, label: name, order: 1, pool: {}, strategy: { name, settings }, ...facts })

const cap = fc.option(fc.nat(8))
const lastGot = fc.option(fc.integer({ min: 0, max: 5 }).map((hour) => `2026-11-20T0${hour}:00:00.000Z`))

/** Anybody: off shift, on leave, full, without weight, with a turn owed. */
export const anyone: fc.Arbitrary<Omit<Candidate, 'userId' | 'name'>> = fc.record({
  onShift: fc.boolean(),
  onLeave: fc.boolean(),
  holding: fc.nat(8),
  holdingCap: cap,
  today: fc.nat(8),
  dailyCap: cap,
  weight: fc.constantFrom(0, 0.1, 0.5, 1, 1, 2, 3),
  lastAssignedAt: lastGot,
  credit: fc.integer({ min: -3, max: 3 }),
  figures: fc
    .record({ ordersClosed: fc.nat(4) }, { requiredKeys: [] })
    .map((figures): Record<string, number> => ({ ...figures })),
})

/** A pool of distinct people. */
export const pools: fc.Arbitrary<Candidate[]> = fc
  .array(anyone, { maxLength: 8 })
  .map((people) => people.map((facts, index) => ({ userId: `u${index}`, name: `顾问${index}`, ...facts })))
