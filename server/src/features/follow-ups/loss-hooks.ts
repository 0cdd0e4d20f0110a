import type { Queryable } from '../../database/database.ts'
import type { Applied, Values } from '../records/change.ts'
import type { RecordHook } from '../records/record-hook.ts'
import type { Context } from '../workspace/workspace.ts'

/** The stage of leads that were given up. It is no step of the way: how far such a lead had come is kept beside it. */
export const LOST_STAGE = 'lost'

/** Fields that keep what another said when the lead was given up; their options are those of the other. */
export const keptAtLoss = { lostStage: 'stage', lostOutcome: 'outcome' } as const

/**
 * Keeps how far a lead had come when it is given up, and what was last heard of it before; takes both away when it is worked
 * on again. Rates over all leads ask for these: counting only those that stand there still would count the successful alone.
 */
export const valuesAtLoss = ({ before, after }: Pick<Applied, 'before' | 'after'>): Values | null => {
  const was = before?.values['stage'] === LOST_STAGE
  const is = after.values['stage'] === LOST_STAGE
  if (was === is) return null
  return Object.fromEntries(
    Object.entries(keptAtLoss).map(([kept, name]) => [kept, is ? (before?.values[name] ?? null) : null]),
  )
}

const derive = (context: Context, change: Pick<Applied, 'before' | 'after'>): Values | null => {
  const fields = context.workspace.config.current.objects.get('lead')?.fields
  return Object.keys(keptAtLoss).every((name) => fields?.has(name)) ? valuesAtLoss(change) : null
}

export const lossHooks: readonly RecordHook[] = [{ object: 'lead', derive }]

/** Columns of the lead by field name. */
type Columns = Record<keyof typeof keptAtLoss | 'stage', string>

/** The same for leads that were given up before these fields were: from the last change of stage in the log of each. */
export const fillFromLog = async (db: Queryable, table: string, columns: Columns): Promise<void> => {
  await db.query(
    `UPDATE w.${table} t SET ${columns.lostStage} = e.changes -> 'stage' ->> 'before', ${columns.lostOutcome} = e.changes -> 'outcome' ->> 'before'
     FROM w.${table} l CROSS JOIN LATERAL (
       SELECT changes FROM w.event WHERE record_id = l.id AND kind = 'record.updated' AND changes ? 'stage' ORDER BY id DESC LIMIT 1) e
     WHERE l.id = t.id AND l.${columns.stage} = $1`,
    [LOST_STAGE],
  )
}
