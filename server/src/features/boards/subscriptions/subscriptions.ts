import { AppError, type Locale } from '@jieli/core'
import { z } from 'zod'
import { newId } from '../../../runtime/new-id.ts'
import { workingHours } from '../../assignment/gather-facts.ts'
import type { Context, Workspace } from '../../workspace/workspace.ts'
import { getBoard } from '../find-boards.ts'
import { nextDigest, type DigestTimes } from './next-digest.ts'

export const subscriptionSchema = z
  .strictObject({
    cadence: z.enum(['daily', 'weekly']),
    /** 0 is Monday. */
    weekday: z.number().int().min(0).max(6).nullable(),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    range: z.enum(['today', 'week', 'month']),
    campusId: z.uuid().nullable().default(null),
  })
  .refine(({ cadence, weekday }) => (cadence === 'weekly') === (weekday !== null))
export type Subscription = z.output<typeof subscriptionSchema>

/** When a digest comes next, by the first calendar of the company. */
export const nextDigestOf = (workspace: Workspace, times: DigestTimes, now: string): string => {
  const { current } = workspace.config
  const [calendar] = current.items('calendar')
  return nextDigest(times, now, { timeZone: current.timeZone, hours: workingHours(current, calendar?.id ?? null) })
}

const ownerOf = (context: Context): string => {
  if (context.access.userId === null) throw new AppError('forbidden')
  return context.access.userId
}

/** One's own wish to hear of a board; null: none. */
export const getSubscription = async (
  context: Context,
  boardId: string,
): Promise<(Subscription & { nextAt: string }) | null> => {
  const [row] = await context.workspace.db.query<Subscription & { nextAt: string }>(
    `SELECT cadence, weekday, at, range, campus_id AS "campusId", next_at AS "nextAt"
     FROM w.board_subscription WHERE user_id = $1 AND board_id = $2`,
    [ownerOf(context), boardId],
  )
  return row ?? null
}

/** For oneself only, and only of a board that one sees; digests come in the language it was asked for in. */
export const subscribe = async (
  context: Context,
  boardId: string,
  wish: Subscription,
  locale: Locale = 'zh-CN',
): Promise<void> => {
  getBoard(context, boardId)
  const { cadence, weekday, at, range, campusId } = wish
  await context.workspace.db.query(
    `INSERT INTO w.board_subscription (id, user_id, board_id, cadence, weekday, at, range, campus_id, next_at, created_at, locale)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (user_id, board_id) DO UPDATE SET cadence = excluded.cadence, weekday = excluded.weekday, at = excluded.at,
       range = excluded.range, campus_id = excluded.campus_id, next_at = excluded.next_at, locale = excluded.locale`,
    [
      newId(context.now),
      ownerOf(context),
      boardId,
      cadence,
      weekday,
      at,
      range,
      campusId,
      nextDigestOf(context.workspace, wish, context.now),
      context.now,
      locale,
    ],
  )
}

/** Also of a board that is gone or that one no longer sees. */
export const unsubscribe = async (context: Context, boardId: string): Promise<void> => {
  await context.workspace.db.query('DELETE FROM w.board_subscription WHERE user_id = $1 AND board_id = $2', [
    ownerOf(context),
    boardId,
  ])
}
