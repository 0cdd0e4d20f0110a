import type { Field, ObjectType } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { dropFieldColumn, dropObjectTable } from './object-tables.ts'
import { claimExpired, forgetRecycled } from './recycle.ts'

/** Drops columns and tables whose 30 days are over; one that is in use at this moment is left for the next round. */
export const dropExpired = async (context: Context): Promise<number> => {
  let dropped = 0
  while (await dropOne(context)) dropped++
  return dropped
}

const dropOne = (context: Context): Promise<boolean> =>
  context.workspace.db.transaction(async (tx) => {
    const entry = await claimExpired(tx, context.now)
    if (!entry) return false
    if (entry.kind === 'object') await dropObjectTable(tx, (entry.definition as ObjectType).id)
    else if (entry.why !== 'split') {
      const [object] = await tx.query<{ id: string }>(
        `SELECT coalesce(
           (SELECT item ->> 'id' FROM w.config_item WHERE kind = 'object' AND id = $1),
           (SELECT definition ->> 'id' FROM w.recycled WHERE kind = 'object' AND object = $1 LIMIT 1)) AS id`,
        [entry.object],
      )
      if (object?.id) await dropFieldColumn(tx, object.id, (entry.definition as Field).id)
    }
    await forgetRecycled(tx, entry.id)
    return true
  })
