import type { DueExplanation } from '@jieli/core'
import { getRecord } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'

export interface ExplainedClock {
  ruleId: string
  ruleLabel: string
  startedAt: string
  stoppedAt: string | null
  levels: {
    level: number
    afterMinutes: number | null
    tell: 'owner' | 'manager' | null
    dueAt: string
    status: 'pending' | 'fired' | 'stopped'
    endedAt: string | null
    explanation: DueExplanation
  }[]
}

interface TimerRow {
  rule_id: string
  level: number
  due_at: string
  status: 'pending' | 'fired' | 'stopped'
  started_at: string
  ended_at: string | null
  explanation: DueExplanation
}

/** The newest follow-up clock of a record and how each of its due times came about. */
export const explainClock = async (context: Context, object: string, id: string): Promise<{ clock: ExplainedClock | null }> => {
  await getRecord(context, object, id)
  const rows = await context.workspace.db.query<TimerRow>(
    `SELECT rule_id, level, due_at, status, started_at, ended_at, explanation FROM w.timer
     WHERE record_id = $1 AND started_at = (SELECT max(started_at) FROM w.timer WHERE record_id = $1) ORDER BY rule_id, level`,
    [id],
  )
  const [first] = rows
  if (!first) return { clock: null }
  const rule = context.workspace.config.current.item('follow-up-rule', first.rule_id)
  const levels = (rule?.levels ?? []).toSorted((a, b) => a.afterMinutes - b.afterMinutes)
  return {
    clock: {
      ruleId: first.rule_id,
      ruleLabel: rule?.label ?? first.rule_id,
      startedAt: first.started_at,
      stoppedAt: rows.find((row) => row.status === 'stopped')?.ended_at ?? null,
      levels: rows.map((row) => ({
        level: row.level,
        afterMinutes: levels[row.level - 1]?.afterMinutes ?? null,
        tell: levels[row.level - 1]?.tell ?? null,
        dueAt: row.due_at,
        status: row.status,
        endedAt: row.ended_at,
        explanation: row.explanation,
      })),
    },
  }
}
