import type { Context } from '../workspace/workspace.ts'
import { fillField } from './fill-field.ts'

/** A field whose stored values are still being brought up to date. */
export interface Computing {
  object: string
  field: string
  /** Records worked out, and all there are to be; null until they are counted. */
  done: number
  total: number | null
  /** It has stopped at a failure and waits for somebody who configures to try it again. */
  isStuck: boolean
  /** The jobs that have stopped, for those who may try them again. */
  stuckJobs?: string[]
}

/** What is being worked out right now, of the fields that this person may know of. */
export const findComputing = async (context: Context): Promise<Computing[]> => {
  const { db, config } = context.workspace
  const mayRetry = context.access.abilities.has('configure')
  const rows = await db.query<Computing & { stuckJobs: string[] }>(
    `SELECT input ->> 'object' AS object, input ->> 'field' AS field, sum(done)::int AS done,
       CASE WHEN bool_and(total IS NOT NULL) THEN sum(total)::int END AS total, bool_or(status = 'failed') AS "isStuck",
       array_agg(id::text ORDER BY id) FILTER (WHERE status = 'failed') AS "stuckJobs"
     FROM w.job WHERE kind = $1 AND status IN ('running', 'failed')
       AND state ->> 'phase' IS DISTINCT FROM 'catch-up' GROUP BY 1, 2 ORDER BY 1, 2`,
    [fillField.kind],
  )
  return rows.flatMap(({ stuckJobs, ...computing }) => {
    const info = config.current.objects.get(computing.object)
    const rights = info && context.access.object(info)
    const field = info?.fields.get(computing.field)
    if (!rights || !field || rights.read.length === 0 || rights.best(field) === 'none') return []
    return mayRetry && computing.isStuck ? { ...computing, stuckJobs } : computing
  })
}
