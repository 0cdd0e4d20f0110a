import type { Field, ObjectType } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { addMinutes } from '../../runtime/clock.ts'
import type { Context } from '../workspace/workspace.ts'

/** How long what was deleted or converted may come back. */
export const KEEP_DAYS = 30

export interface RecycledEntry {
  id: string
  kind: 'field' | 'object'
  /** `split`: an option was taken apart; the definition says into which. */
  why: 'deleted' | 'converted' | 'split'
  object: string
  definition: Field | ObjectType
  removedAt: string
  removedBy: string | null
  dropAt: string
}

const columns = `id, kind, why, object, definition, removed_at AS "removedAt", removed_by AS "removedBy", drop_at AS "dropAt"`

/** Puts a field or an object out of use: column or table stay for 30 days, under nobody's eyes. */
export const recycle = async (
  context: Context,
  tx: Transaction,
  entry: Pick<RecycledEntry, 'kind' | 'why' | 'object' | 'definition'>,
): Promise<string> => {
  const id = newId(context.now)
  await tx.query(
    `INSERT INTO w.recycled (id, kind, why, object, definition, removed_at, removed_by, drop_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      entry.kind,
      entry.why,
      entry.object,
      JSON.stringify(entry.definition),
      context.now,
      context.actor.kind === 'user' ? context.actor.id : context.access.userId,
      addMinutes(context.now, KEEP_DAYS * 24 * 60),
    ],
  )
  return id
}

export const findRecycled = (db: Queryable): Promise<RecycledEntry[]> =>
  db.query<RecycledEntry>(`SELECT ${columns} FROM w.recycled ORDER BY removed_at DESC, id DESC`)

export const lockRecycled = async (tx: Transaction, id: string): Promise<RecycledEntry | undefined> => {
  const [row] = await tx.query<RecycledEntry>(`SELECT ${columns} FROM w.recycled WHERE id = $1 FOR UPDATE`, [id])
  return row
}

export const forgetRecycled = async (tx: Transaction, id: string): Promise<void> =>
  void (await tx.query('DELETE FROM w.recycled WHERE id = $1', [id]))

/** A column or table that is in use again, whichever way it came back, is not dropped when its time would be over. */
export const forgetRecycledOf = async (tx: Transaction, kind: RecycledEntry['kind'], id: string): Promise<void> =>
  void (await tx.query(`DELETE FROM w.recycled WHERE kind = $1 AND why <> 'split' AND definition ->> 'id' = $2`, [kind, id]))

/** One whose time is over, held until the transaction ends. */
export const claimExpired = async (tx: Transaction, now: string): Promise<RecycledEntry | undefined> => {
  const [row] = await tx.query<RecycledEntry>(
    `SELECT ${columns} FROM w.recycled WHERE drop_at <= $1 ORDER BY drop_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  )
  return row
}
