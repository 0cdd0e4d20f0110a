import type { Label } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireSound, type HandoverInput } from './handover-input.ts'
import { countHeld, handoverParts, type Destination } from './handover-parts.ts'
import { findNamingSettings, type NamingSetting } from './handover-settings.ts'
import { planHandover } from './plan-handover.ts'
import { requireLeaver } from './start-handover.ts'
import { undoableSince } from './undo-handover.ts'

/** What somebody holds, for the page that gives it away. */
export interface Holdings {
  parts: { key: string; label: Label; count: number; isFinished: boolean; destinations: readonly Destination[] }[]
  settings: NamingSetting[]
  /** Settings can be handed over by whoever configures. */
  maySetSettings: boolean
  isUnderWay: boolean
  /** The last one that is done and can be taken back; null: none. */
  undoable: { id: string; at: string; moved: number } | null
}

export const findHoldings = async (context: Context, userId: string): Promise<Holdings> => {
  requireLeaver(context, userId)
  const parts = handoverParts(context)
  const [counts, [row]] = await Promise.all([
    countHeld(context, context.workspace.db, { parts, userIds: [userId] }),
    context.workspace.db.query<{ underWay: boolean; undoable: Holdings['undoable'] }>(
      `SELECT EXISTS (SELECT 1 FROM w.handover WHERE user_id = $1 AND done_at IS NULL) AS "underWay",
         (SELECT jsonb_build_object('id', id, 'at', done_at, 'moved',
            (SELECT count(*) FROM w.handover_item i WHERE i.handover_id = h.id AND i.status = 'moved'))
          FROM w.handover h WHERE user_id = $1 AND done_at >= $2 AND undone_at IS NULL ORDER BY id DESC LIMIT 1) AS undoable`,
      [userId, undoableSince(context.now)],
    ),
  ])
  const countOf = (key: string): number => counts.find(({ part }) => part === key)?.count ?? 0
  return {
    parts: parts
      .map(({ key, label, isFinished, destinations }) => ({ key, label, count: countOf(key), isFinished, destinations }))
      .filter(({ count }) => count > 0),
    settings: findNamingSettings(context, userId),
    maySetSettings: context.access.abilities.has('configure'),
    isUnderWay: row?.underWay ?? false,
    undoable: row?.undoable ?? null,
  }
}

/** How many of a part each person would get. `userId` null: settled when it moves, by rules, queue or customer. */
export interface Share {
  part: string
  userId: string | null
  count: number
}

/** What a handover would do, by doing its plan in a transaction that is given up. */
export const previewHandover = async (context: Context, userId: string, input: HandoverInput): Promise<Share[]> => {
  requireLeaver(context, userId)
  requireSound(context, userId, input)
  let shares: Share[] = []
  const giveUp = new Error('a preview leaves nothing behind')
  await context.workspace.db
    .transaction(async (tx) => {
      shares = await planned(context, tx, userId, input)
      throw giveUp
    })
    .catch((error: unknown) => {
      if (error !== giveUp) throw error
    })
  return shares
}

const planned = async (context: Context, tx: Transaction, userId: string, input: HandoverInput): Promise<Share[]> => {
  const id = newId(context.now)
  await tx.query(
    `INSERT INTO w.handover (id, user_id, created_at, created_by, input, done_at) VALUES ($1, $2, $3, $4, $5, $3)`,
    [id, userId, context.now, context.access.userId, JSON.stringify(input)],
  )
  await planHandover(context, tx, { id, userId, input })
  return tx.query<Share>(
    `SELECT i.part, coalesce(i.receiver, c.receiver, CASE WHEN i.part <> 'lead' THEN i.holder END) AS "userId", count(*)::int AS count
     FROM w.handover_item i
     LEFT JOIN (SELECT DISTINCT ON (customer) customer, receiver FROM w.handover_item
       WHERE handover_id = $1 AND receiver IS NOT NULL ORDER BY customer, part, record_id) c ON c.customer = i.customer AND i.part <> 'lead'
     WHERE i.handover_id = $1 GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    [id],
  )
}
