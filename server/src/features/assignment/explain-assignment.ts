import type { AssignmentExplanation } from '@jieli/core'
import { getRecord } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'

export interface ExplainedDecision {
  at: string
  ownerId: string | null
  ownerName: string | null
  ruleId: string | null
  explanation: AssignmentExplanation
}

/** 分配溯源 of a record this reader may see, newest first: as stored at the time, never reckoned again. */
export const explainAssignment = async (context: Context, object: string, id: string): Promise<{ decisions: ExplainedDecision[] }> => {
  await getRecord(context, object, id)
  const rows = await context.workspace.db.query<{ at: string; owner_id: string | null; rule_id: string | null; explanation: AssignmentExplanation }>(
    'SELECT at, owner_id, rule_id, explanation FROM w.assignment_decision WHERE record_id = $1 ORDER BY id DESC LIMIT 20', [id],
  )
  const { users } = context.workspace.directory.current
  return { decisions: rows.map((row) => ({ at: row.at, ownerId: row.owner_id, ownerName: users.get(row.owner_id ?? '')?.name ?? null, ruleId: row.rule_id, explanation: row.explanation })) }
}
