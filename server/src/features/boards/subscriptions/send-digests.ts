import { AppError, type Locale } from '@jieli/core'
import { writeNotices, type NewNotice } from '../../notices/write-notices.ts'
import { startLoop, type WakeableLoop } from '../../timers/wakeable-loop.ts'
import { contextOfUser, systemContext } from '../../workspace/contexts.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { nextDigestOf, type Subscription } from './subscriptions.ts'
import { writeDigest } from './write-digest.ts'

const AT_ONCE = 20
const SLEEP_MS = 60_000

interface DueSubscription extends Subscription {
  id: string
  userId: string
  boardId: string
  locale: Locale
  nextAt: string
}

/**
 * Sends what is due. A digest is read first, outside any transaction; then its notice is written and the subscription moved
 * on in one, which only the process does that finds it where it was read. Killed in between, it is as if it had not begun.
 * Returns how many were settled.
 */
export const sendDueDigests = async (workspace: Workspace): Promise<number> => {
  const due = await workspace.db.query<DueSubscription>(
    `SELECT id, user_id AS "userId", board_id AS "boardId", cadence, weekday, at, range, campus_id AS "campusId", locale,
       next_at AS "nextAt"
     FROM w.board_subscription WHERE next_at <= $1 ORDER BY next_at LIMIT $2`,
    [workspace.clock.now(), AT_ONCE],
  )
  for (const subscription of due) await settle(workspace, subscription, await digestOf(workspace, subscription))
  return due.length
}

/** Nothing for who has left, may see no boards, or for a board that is gone; when it is otherwise again, the next comes. */
const digestOf = async (workspace: Workspace, subscription: DueSubscription): Promise<NewNotice | null> => {
  try {
    const reader = contextOfUser(workspace, subscription.userId)
    return { userId: subscription.userId, ...(await writeDigest(reader, subscription.boardId, subscription)) }
  } catch (error) {
    if (error instanceof AppError && ['not-signed-in', 'forbidden', 'not-found'].includes(error.code)) return null
    throw error
  }
}

const settle = (workspace: Workspace, subscription: DueSubscription, notice: NewNotice | null): Promise<void> =>
  workspace.db.transaction(async (tx) => {
    const context = systemContext(workspace)
    const moved = await tx.query('UPDATE w.board_subscription SET next_at = $3 WHERE id = $1 AND next_at = $2 RETURNING id', [
      subscription.id,
      subscription.nextAt,
      nextDigestOf(workspace, subscription, context.now),
    ])
    if (moved.length > 0 && notice) writeNotices(context, tx, [notice])
  })

const findNext = async (workspace: Workspace): Promise<string | null> => {
  const [row] = await workspace.db.query<{ next_at: string }>(
    'SELECT next_at FROM w.board_subscription ORDER BY next_at LIMIT 1',
  )
  return row?.next_at ?? null
}

/** Sends digests while the process lives; it sleeps until the next is due, never longer than a minute. */
export const startDigestLoop = (workspace: Workspace): WakeableLoop =>
  startLoop({
    gatherMs: 1_000,
    turn: async () => {
      if ((await sendDueDigests(workspace)) === AT_ONCE) return 0
      const next = await findNext(workspace)
      if (next === null) return SLEEP_MS
      return Math.max(1_000, Math.min(SLEEP_MS, Date.parse(next) - Date.parse(workspace.clock.now())))
    },
    onError: (error) => workspace.log.error({ err: error }, 'board digests could not be sent; they wait'),
  })
