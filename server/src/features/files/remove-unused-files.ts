import { rm } from 'node:fs/promises'
import { addMinutes } from '../../runtime/clock.ts'
import type { Context } from '../workspace/workspace.ts'
import { pathOfFile } from './path-of-file.ts'

/** A photo waits for its follow-up while the phone has no network: days, not minutes. */
const KEPT_MINUTES = 7 * 24 * 60
const AT_ONCE = 200

/**
 * Takes away uploads that were never attached to anything. What came with a form stays while that form's envelope waits or
 * is refused, so that it can be run again with its photos. The row first: a file without a row is seen by nobody.
 */
export const removeUnusedFiles = async (context: Context): Promise<number> => {
  const rows = await context.workspace.db.query<{ id: string }>(
    `DELETE FROM w.file WHERE id IN (
       SELECT id FROM w.file f WHERE record_id IS NULL AND NOT is_cover AND created_at < $1 AND NOT EXISTS (
         SELECT 1 FROM w.capture c WHERE c.source_id = f.source_id AND c.event_id = f.event_id AND c.status IN ('received', 'refused'))
       ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`,
    [addMinutes(context.now, -KEPT_MINUTES), AT_ONCE],
  )
  await Promise.all(rows.map(({ id }) => rm(pathOfFile(context.workspace, id), { force: true })))
  return rows.length
}
