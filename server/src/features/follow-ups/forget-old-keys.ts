import { addMinutes } from '../../runtime/clock.ts'
import type { Context } from '../workspace/workspace.ts'

/** A phone that finds a network after this long sends its follow-up anew; by then somebody has looked at the lead. */
const KEPT_MINUTES = 90 * 24 * 60
const AT_ONCE = 5_000

/** Keys of calls long answered: they would only fill the disk. */
export const forgetOldKeys = async (context: Context): Promise<void> => {
  await context.workspace.db.query(
    'DELETE FROM w.idempotency WHERE key IN (SELECT key FROM w.idempotency WHERE at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)',
    [addMinutes(context.now, -KEPT_MINUTES), AT_ONCE],
  )
}
