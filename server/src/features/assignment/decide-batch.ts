import {
  applyDecision,
  candidatesAfter,
  decideAssignment,
  emptyTally,
  ExplanationSeries,
  must,
  type AssignmentDecision,
  type AssignmentTally,
  type Value,
  packExplanation,
} from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { strategyRegistry } from '../../registries.ts'
import { judgeCondition, type Titles } from '../conditions/judge-condition.ts'
import type { Context } from '../workspace/workspace.ts'
import { insertDecisions, insertSeries, lockAssignment, writeCredits } from './assignment-queries.ts'
import { gatherFacts } from './gather-facts.ts'

/** A record that needs an owner. */
export interface ToAssign {
  recordId: string
  values: Record<string, Value>
  previousOwnerId: string | null
}

/**
 * Decides for a batch of records of one object, one after another on shared counts, exactly as if each had come alone.
 * Every door comes here. Decisions and turns are stored in the given transaction; the owner itself is written by whoever
 * asked, with the record.
 */
export const decideBatch = async (
  context: Context,
  tx: Transaction,
  object: string,
  records: readonly ToAssign[],
  titles: Titles,
): Promise<Map<string, AssignmentDecision>> => {
  const decisions = new Map<string, AssignmentDecision>()
  if (records.length === 0) return decisions
  lockAssignment(tx)
  const info = must(context.workspace.config.current.objects.get(object))
  const rules = context.workspace.config.current.items('assignment-rule').filter((rule) => rule.object === object)
  const facts = await gatherFacts(
    context,
    tx,
    rules.filter((rule) => rule.enabled),
    records,
  )
  let tally: AssignmentTally = emptyTally
  for (const record of records) {
    const decision = decideAssignment({
      record: record.values,
      rules,
      strategies: strategyRegistry,
      previousOwnerId: record.previousOwnerId,
      now: context.now,
      verdictOf: (rule) => judgeCondition(context, info, rule.when, { values: record.values, titles }),
      candidatesOf: (rule) => candidatesAfter(tally, rule.id, facts.candidatesOf(rule, record)),
    })
    tally = applyDecision(tally, decision)
    decisions.set(record.recordId, decision)
  }
  store(context, tx, decisions)
  return decisions
}

/** Fewer than these are explained one by one: a series begins with everybody's facts. */
const FEWEST_IN_SERIES = 3

const store = (context: Context, tx: Transaction, decisions: ReadonlyMap<string, AssignmentDecision>): void => {
  writeCredits(
    tx,
    [...decisions.values()].flatMap((decision) => decision.credits),
  )
  const series = decisions.size < FEWEST_IN_SERIES ? null : new ExplanationSeries()
  const rows = [...decisions].map(([recordId, decision]) => ({
    id: newId(context.now),
    recordId,
    ownerId: decision.ownerId,
    ruleId: decision.ruleId,
    ruleVersion: decision.ruleVersion,
    explanation: series ? null : packExplanation(decision.explanation),
    place: series ? series.add(decision.explanation) : null,
  }))
  const seriesId = series && newId(context.now)
  if (series && seriesId) insertSeries(tx, seriesId, series.stored())
  insertDecisions(tx, rows, { now: context.now, seriesId })
}
