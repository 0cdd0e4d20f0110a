import type { FieldInfo, ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { addMs } from '../long-jobs/outside-work.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import { findDependents } from './find-dependents.ts'

/** By then every process knows the definition, or is told when it comes back, and what it began before is over. */
export const UNTIL_ALL_KNOW_MS = 5_000
/** A request that began so long before the definition may still have written by the old one. */
const BEFORE_MS = 60_000
/** Events looked at by one step. */
const EVENTS = 500
const MOST = 100_000

/** Where in the log to begin: ids go by time. */
export const beginningOf = (context: Context, beganAt: string): string =>
  newId(addMs(beganAt < context.now ? beganAt : context.now, -BEFORE_MS))

/**
 * Records of the field's object that were written, or whose value follows from what was written, after a place in the log: a
 * process that had not heard of the definition worked them out by the one before, or not at all. Null: the log has no more.
 */
export const findWritten = async (
  context: Context,
  tx: Transaction,
  { object, field }: { object: ObjectInfo; field: FieldInfo },
  after: string,
): Promise<{ ids: string[]; after: string } | null> => {
  const reads = field.computed?.reads ?? []
  const objects = [...new Set([object.name, ...reads.map((read) => read.object)])]
  const events = await tx.query<{ id: string; object: string; recordId: string }>(
    `SELECT id, object, record_id AS "recordId" FROM w.event WHERE id > $1 AND object = ANY($2) ORDER BY id LIMIT ${EVENTS}`,
    [after, objects],
  )
  const last = events.at(-1)
  if (!last) return null
  const written = Map.groupBy(events, (event) => event.object)
  const changedIn = (name: string): string[] => [...new Set((written.get(name) ?? []).map(({ recordId }) => recordId))]
  const ids = new Set(changedIn(object.name))
  for (const { object: name, way } of reads) {
    const changed = changedIn(name)
    if (way.length === 0 || changed.length === 0) continue
    for (const id of await findDependents(tx, context, { object, field, way }, changed, MOST)) ids.add(id)
  }
  return { ids: [...ids].toSorted(), after: last.id }
}
