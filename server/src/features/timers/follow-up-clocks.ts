import { followUpClock, must, type Value } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { workingHours } from '../assignment/gather-facts.ts'
import { conditionHolds } from '../conditions/judge-condition.ts'
import type { Context } from '../workspace/workspace.ts'

/** A record that has just got an owner. */
export interface JustAssigned {
  recordId: string
  values: Record<string, Value>
}

/** A clock's level as it is about to be stored. */
interface NewTimer {
  id: string
  due_at: string
  record_id: string
  rule_id: string
  rule_version: number
  level: number
  explanation: unknown
}

/** The levels of every follow-up rule that applies, from now. Pure but for ids: what `armClocks` stores and intake shows. */
export const planClocks = (context: Context, object: string, records: readonly JustAssigned[]): NewTimer[] => {
  const snapshot = context.workspace.config.current
  const info = must(snapshot.objects.get(object), object)
  const rules = snapshot.items('follow-up-rule').filter((rule) => rule.enabled && rule.object === object)
  return rules.flatMap((rule) => {
    const levels = followUpClock(rule, context.now, workingHours(snapshot, rule.calendarId))
    const applicable = rule.when ? records.filter((record) => conditionHolds(context, info, rule.when, record.values)) : records
    return applicable.flatMap((record) =>
      levels.flatMap((level) =>
        level.due.kind === 'due'
          ? [
              {
                id: newId(context.now),
                due_at: level.due.dueAt,
                record_id: record.recordId,
                rule_id: rule.id,
                rule_version: rule.version,
                level: level.level,
                explanation: level.due.explanation,
              },
            ]
          : [],
      ),
    )
  })
}

/** Starts the clocks of records that got an owner; whatever ran for them before stops, so nobody is warned for another. */
export const armClocks = (context: Context, tx: Transaction, timers: readonly NewTimer[]): void => {
  if (timers.length === 0) return
  tx.copy(
    'w.timer',
    ['id', 'due_at', 'kind', 'record_id', 'rule_id', 'rule_version', 'level', 'started_at', 'explanation'],
    timers.map((timer) => [
      timer.id,
      timer.due_at,
      'follow-up',
      timer.record_id,
      timer.rule_id,
      timer.rule_version,
      timer.level,
      context.now,
      JSON.stringify(timer.explanation),
    ]),
  )
}

/** Stops what still runs for these records: an effective follow-up came, or they went to somebody else. */
export const stopClocks = (context: Context, tx: Transaction, recordIds: readonly string[]): void => {
  tx.send(`UPDATE w.timer SET status = 'stopped', ended_at = $2 WHERE record_id = ANY($1::uuid[]) AND status = 'pending'`, [
    recordIds,
    context.now,
  ])
}
