import {
  AppError,
  must,
  replayAssignment,
  type AssignmentExplanation,
  type AssignmentRule,
  type Candidate,
  type Fairness,
  type ObjectInfo,
  type PastRecord,
  type ReplayReport,
} from '@jieli/core'
import { addDays, civilDate, instantOf, isoOf, zonedInstant } from '@jieli/core/time/zoned-time'
import { strategyRegistry } from '../../registries.ts'
import { judgeCondition } from '../conditions/judge-condition.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { closedStages } from './closed-stages.ts'
import { poolOf } from './gather-facts.ts'
import { readRule } from './read-rule.ts'
import { replayCondition } from './replay-condition.ts'
import { replayHoldings } from './replay-holdings.ts'
import { replayMeasures } from './replay-measures.ts'
import { replayPresence } from './replay-presence.ts'
import { readDecided, readHeldBefore, readLastGiven } from './replay-queries.ts'

export interface TrialInput {
  /** Rules as they are to be; those not named stay as they are. */
  rules: readonly unknown[]
  days: number
}

interface Side {
  byOwner: { userId: string; name: string; count: number }[]
  fairness: Fairness
}

export interface TrialReport {
  from: string
  to: string
  leads: number
  changed: number
  /**
   * How many leads the rules in force, replayed, would give to somebody else than was done: people, shifts and turns have
   * moved since. Both sides of the comparison are replayed alike, so `changed` is the doing of the new rules alone.
   */
  drift: number
  before: Side
  after: Side
  queued: { before: number; after: number }
  /** By the rule that would decide; null: no rule would. */
  rules: { ruleId: string | null; label: string | null; leads: number }[]
  samples: {
    leadId: string
    name: string | null
    at: string
    from: string | null
    fromName: string | null
    to: string | null
    toName: string | null
    why: AssignmentExplanation
  }[]
}

/** 试算: what changed rules would have done with the leads of the last days. Nothing is written. */
export const trialRules = async (context: Context, input: TrialInput): Promise<TrialReport> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  const changedRules = input.rules.map((rule) => readRule(context, rule))
  const info = must(context.workspace.config.current.objects.get('lead'))
  const inForce = context.workspace.config.current.items('assignment-rule').filter((rule) => rule.object === 'lead')
  const proposed = [...inForce.filter((rule) => !changedRules.some((changed) => changed.id === rule.id)), ...changedRules]
  const from = startOfDays(context, input.days)
  const replay = await prepareReplay(context, info, { rules: [...inForce, ...changedRules], from })
  const asNow = replay.run(inForce, replay.records)
  const ownerNow = new Map(asNow.changed.map((change) => [change.recordId, change.to]))
  const records = replay.records.map((record) => ({
    ...record,
    ownerId: ownerNow.has(record.id) ? (ownerNow.get(record.id) ?? null) : record.ownerId,
  }))
  const report = replay.run(proposed, records)
  return {
    from,
    to: context.now,
    leads: records.length,
    changed: report.changed.length,
    drift: asNow.changed.length,
    ...(await present(context, info, { report, records, rules: proposed })),
  }
}

/** From a midnight, so that daily caps begin with nothing. */
const startOfDays = (context: Context, days: number): string => {
  const { timeZone } = context.workspace.config.current
  return isoOf(zonedInstant(addDays(civilDate(instantOf(context.now), timeZone), -days), '00:00', timeZone))
}

interface Replay {
  records: PastRecord[]
  run(rules: readonly AssignmentRule[], records: readonly PastRecord[]): ReplayReport
}

/** Reads all that a replay needs in a handful of statements; running it asks nothing more. */
const prepareReplay = async (
  context: Context,
  info: ObjectInfo,
  { rules, from }: { rules: readonly AssignmentRule[]; from: string },
): Promise<Replay> => {
  const { db, config, directory } = context.workspace
  const { timeZone } = config.current
  const closed = [...closedStages(context)]
  const [decided, held, lastGiven, figuresThen] = await Promise.all([
    readDecided(db, info, { from, to: context.now, closed }),
    readHeldBefore(db, info, { from, closed }),
    readLastGiven(db, from),
    replayMeasures(context, rules),
  ])
  const keepers = new Set(rules.filter((rule) => rule.strategy.name === 'previous-owner').map((rule) => rule.id))
  const records = decided.map((lead): PastRecord => ({
    id: lead.id,
    at: lead.at,
    values: lead.values,
    ownerId: lead.ownerId,
    closedAt: lead.closedAt,
    previousOwnerId: keepers.has(lead.ruleId ?? '') ? lead.ownerId : null,
  }))
  const people = [...directory.current.users.values()].filter((person) => person.active)
  const presence = replayPresence(timeZone)
  const holding = replayHoldings(held)
  const candidatesOf = (rule: AssignmentRule, record: PastRecord): Candidate[] => {
    const figures = figuresThen(rule, record)
    return poolOf(context, rule, record, people).map((person) => ({
      userId: person.id,
      name: person.name,
      weight: person.weight,
      credit: 0,
      figures: figures(person.id),
      ...presence(person, record.at),
      holding: holding(person.id, record.at),
      holdingCap: person.holdingCap,
      today: 0,
      dailyCap: person.dailyCap,
      lastAssignedAt: lastGiven.get(person.id) ?? null,
    }))
  }
  const conditions = new Map(
    rules.flatMap((rule) => (rule.when ? [[rule, replayCondition(info, rule.when, timeZone)] as const] : [])),
  )
  return {
    records,
    run: (tried, past) =>
      replayAssignment({
        records: past,
        rules: tried,
        strategies: strategyRegistry,
        timeZone,
        candidatesOf,
        // Clauses are put in for the few samples that are shown.
        verdictOf: (rule, record) => ({ holds: conditions.get(rule)?.(record.values, record.at) ?? true, clauses: [] }),
      }),
  }
}

const present = async (
  context: Context,
  info: ObjectInfo,
  { report, records, rules }: { report: ReplayReport; records: readonly PastRecord[]; rules: readonly AssignmentRule[] },
) => {
  const { users, campusNames } = context.workspace.directory.current
  const nameOf = (userId: string | null): string | null => (userId === null ? null : (users.get(userId)?.name ?? null))
  const names = await namesOf(
    context,
    info,
    report.samples.map((sample) => sample.recordId),
  )
  const valuesOf = new Map(records.map((record) => [record.id, record.values]))
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]))
  const side = (key: 'before' | 'after'): Side => ({
    byOwner: report.people
      .map((person) => ({ userId: person.userId, name: nameOf(person.userId) ?? '', count: person[key] }))
      .toSorted((a, b) => b.count - a.count || (a.userId < b.userId ? -1 : 1)),
    fairness: report.fairness[key],
  })
  const explained = (why: AssignmentExplanation, recordId: string): AssignmentExplanation => ({
    ...why,
    rules: why.rules.map((entry) => ({
      ...entry,
      clauses: judgeCondition({ ...context, now: why.decidedAt }, info, ruleOf.get(entry.ruleId)?.when, {
        values: valuesOf.get(recordId) ?? {},
        titles: Object.fromEntries(campusNames),
      }).clauses,
    })),
  })
  return {
    before: side('before'),
    after: side('after'),
    queued: report.queued,
    rules: report.rules.map(({ ruleId, records: leads }) => ({
      ruleId,
      label: ruleOf.get(ruleId ?? '')?.label ?? null,
      leads,
    })),
    samples: report.samples.map(({ recordId, at, from, to, why }) => ({
      leadId: recordId,
      name: names.get(recordId) ?? null,
      at,
      from,
      fromName: nameOf(from),
      to,
      toName: nameOf(to),
      why: explained(why, recordId),
    })),
  }
}

/** Names of sample leads, as far as this reader may see them: who sets rules need not see every customer. */
const namesOf = async (context: Context, info: ObjectInfo, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0 || !context.access.object(info)?.read.length) return new Map()
  const page = await findRecords(context, {
    object: 'lead',
    select: ['name'],
    where: { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] },
    limit: ids.length,
  })
  return new Map(page.records.map((record) => [record.id, String(record.values['name'] ?? '')]))
}
