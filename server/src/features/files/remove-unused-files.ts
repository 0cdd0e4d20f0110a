import { rm } from 'node:fs/promises'
import { addMinutes } from '../../runtime/clock.ts'
import type { Context } from '../workspace/workspace.ts'
import { pathOfFile } from './path-of-file.ts'

/** A photo waits for its follow-up while the phone has no network: days, not minutes. */
const KEPT_MINUTES = 7 * 24 * 60
const AT_ONCE = 200

/** An envelope that can still be run again, with its photos. */
const waitsForEnvelope = `EXISTS (
  SELECT 1 FROM w.capture c WHERE c.source_id = f.source_id AND c.event_id = f.event_id AND c.status IN ('received', 'refused'))`

const shows = (form: string): string => `f.id::text IN (${form} #>> '{cover,large}', ${form} #>> '{cover,small}')`

/** A form has it now, or had it until lately: who takes a change of settings back finds the picture still there. */
const isCoverInUse = `(
  EXISTS (SELECT 1 FROM w.config_item i WHERE i.kind = 'form' AND ${shows('i.item')})
  OR EXISTS (SELECT 1 FROM w.config_change h WHERE h.kind = 'form' AND h.at >= $1 AND ${shows('h.before')}))`

/**
 * Takes away uploads that were never attached to anything, and covers that no form shows any more. What came with a form
 * stays while that form's envelope waits or is refused. The row first: a file without a row is seen by nobody.
 */
export const removeUnusedFiles = async (context: Context): Promise<number> => {
  const rows = await context.workspace.db.query<{ id: string }>(
    `DELETE FROM w.file WHERE id IN (
       SELECT id FROM w.file f
       WHERE record_id IS NULL AND created_at < $1 AND NOT CASE WHEN is_cover THEN ${isCoverInUse} ELSE ${waitsForEnvelope} END
       ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`,
    [addMinutes(context.now, -KEPT_MINUTES), AT_ONCE],
  )
  await Promise.all(rows.map(({ id }) => rm(pathOfFile(context.workspace, id), { force: true })))
  return rows.length
}
