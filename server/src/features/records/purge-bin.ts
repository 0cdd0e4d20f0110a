import { rm } from 'node:fs/promises'
import { NO_RECORD, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { pathOfFile } from '../files/path-of-file.ts'
import { KEEP_DAYS } from '../objects/recycle.ts'
import type { Context } from '../workspace/workspace.ts'
import { writeEvents } from './event-log.ts'

/** Short enough a transaction that nobody waits for it. */
const AT_ONCE = 500
/** Of one object in one round; the next round takes the rest. */
const MOST = 100_000

/** Who worked here and where stays known: years of the log name them. */
const kept = new Set(['user', 'department'])

/**
 * Removes for good what has been in the recycle bin for 30 days, with the files hung on it, its shares, and what its customer
 * once sent; the log says how many, object by object. The log itself is sealed and stays. Gives how many records that were.
 */
export const purgeBin = async (context: Context): Promise<number> => {
  const before = addMinutes(context.now, -KEEP_DAYS * 24 * 60)
  let total = 0
  for (const info of context.workspace.config.current.objects.values())
    if (!kept.has(info.name)) total += await purgeObject(context, info, before)
  return total
}

/** One look at the table, then by id: so no batch looks through it again, and what was restored meanwhile stays. */
const purgeObject = async (context: Context, info: ObjectInfo, before: string): Promise<number> => {
  const { db } = context.workspace
  const rows = await db.query<{ id: string }>(`SELECT id FROM w.${info.table} WHERE deleted_at < $1 LIMIT ${MOST}`, [before])
  let count = 0
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id)
    count += await db.transaction((tx) => purgeBatch(context, tx, info, { ids, before }))
  }
  return count
}

const purgeBatch = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { ids, before }: { ids: string[]; before: string },
): Promise<number> => {
  const gone = await tx.query<{ id: string }>(
    `DELETE FROM w.${info.table} WHERE id = ANY($1::uuid[]) AND deleted_at < $2 RETURNING id`,
    [ids, before],
  )
  if (gone.length === 0) return 0
  const purged = gone.map(({ id }) => id)
  const files = await tx.query<{ id: string }>(
    'DELETE FROM w.file WHERE object = $1 AND record_id = ANY($2::uuid[]) RETURNING id',
    [info.name, purged],
  )
  await tx.query('DELETE FROM w.record_share WHERE object = $1 AND record_id = ANY($2::uuid[])', [info.name, purged])
  // The envelope stays, by which a repetition is known; what was in it goes.
  await tx.query(`UPDATE w.capture SET payload = '{}' WHERE record_id = ANY($1::uuid[])`, [purged])
  writeEvents(context, tx, [{ kind: 'records.purged', object: info.name, recordId: NO_RECORD, data: { count: purged.length } }])
  // After the rows: a file without a row is seen by nobody, a row without its file would be a fault.
  tx.afterCommit(() => {
    for (const { id } of files)
      void rm(pathOfFile(context.workspace, id), { force: true }).catch((error: unknown) =>
        context.workspace.log.warn({ err: error, file: id }, 'a file of a purged record could not be removed'),
      )
  })
  return purged.length
}
