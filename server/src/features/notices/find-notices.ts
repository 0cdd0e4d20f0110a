import type { Context } from '../workspace/workspace.ts'

export interface NoticeEntry {
  id: string
  kind: string
  title: string
  body: string
  leadId: string | null
  /** The page it leads to when it is of no lead. */
  path: string | null
  facts: { name: string; value: string }[]
  createdAt: string
  readAt: string | null
  deliveries: { channel: string; status: string; reason: string | null }[]
}

const columns = `n.id, n.kind, n.title, array_to_string(ARRAY(SELECT jsonb_array_elements_text(n.lines)), E'\\n') AS body, n.record_id AS "leadId", n.path, n.facts,
  n.created_at AS "createdAt", n.read_at AS "readAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('channel', d.channel_id, 'status', d.status, 'reason', d.reason)) FROM w.delivery d WHERE d.notice_id = n.id), '[]') AS deliveries`

const PAGE = 30

/** A person's own notices, newest first; nobody reads another's. */
export const findNotices = async (
  context: Context,
  after?: string,
): Promise<{ unread: number; notices: NoticeEntry[]; next?: string }> => {
  const { db } = context.workspace
  const [notices, [count]] = await Promise.all([
    db.query<NoticeEntry>(
      `SELECT ${columns} FROM w.notice n WHERE n.user_id = $1 AND ($2::uuid IS NULL OR n.id < $2::uuid) ORDER BY n.id DESC LIMIT $3`,
      [context.access.userId, after ?? null, PAGE + 1],
    ),
    db.query<{ unread: number }>('SELECT count(*)::int AS unread FROM w.notice WHERE user_id = $1 AND read_at IS NULL', [
      context.access.userId,
    ]),
  ])
  return {
    unread: count?.unread ?? 0,
    notices: notices.slice(0, PAGE),
    ...(notices.length > PAGE ? { next: notices[PAGE - 1]?.id ?? '' } : {}),
  }
}

export const findNotice = async (context: Context, id: string): Promise<NoticeEntry | null> => {
  const [row] = await context.workspace.db.query<NoticeEntry>(
    `SELECT ${columns} FROM w.notice n WHERE n.id = $1 AND n.user_id = $2`,
    [id, context.access.userId],
  )
  return row ?? null
}

/** Marks some, or all, of one's own notices as read. */
export const readNotices = async (context: Context, ids?: readonly string[]): Promise<void> => {
  await context.workspace.db.query(
    'UPDATE w.notice SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[]))',
    [context.access.userId, context.now, ids ?? null],
  )
}
