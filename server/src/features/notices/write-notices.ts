import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'

export type NoticeKind =
  | 'lead-assigned'
  | 'lead-touched'
  | 'deadline-owner'
  | 'deadline-manager'
  | 'queue-waiting'
  | 'nudge'
  | 'import-done'
  | 'job-ended'
  | 'record-shared'
  | 'board-digest'
  | 'handover'
  | 'handover-waiting'

/** Something a person should know, in the app and, where a channel is on and knows the person, outside. */
export interface NewNotice {
  userId: string
  kind: NoticeKind
  recordId: string | null
  title: string
  lines: string[]
  facts?: { name: string; value: string }[]
  /** Where it leads when it is of no record: a page of ours. */
  path?: string
  /** Further pages of ours, offered below it; none changes anything by being opened. */
  links?: { title: string; path: string }[]
}

/**
 * Writes notices and, beside each, the intents to deliver it outside, in the transaction of what they tell of. Sending
 * starts after commit, in `deliver-notices.ts`.
 */
export const writeNotices = (context: Context, tx: Transaction, notices: readonly NewNotice[]): void => {
  if (notices.length === 0) return
  const rows = notices.map((notice) => ({
    id: newId(context.now),
    user_id: notice.userId,
    kind: notice.kind,
    record_id: notice.recordId,
    title: notice.title,
    lines: notice.lines,
    facts: notice.facts ?? [],
    path: notice.path ?? null,
    links: notice.links ?? [],
  }))
  tx.send(
    `INSERT INTO w.notice (id, user_id, kind, record_id, title, lines, facts, path, links, created_at)
     SELECT id, user_id, kind, record_id, title, lines, facts, path, links, $2
     FROM jsonb_to_recordset($1::jsonb)
       AS x(id uuid, user_id uuid, kind text, record_id uuid, title text, lines jsonb, facts jsonb, path text, links jsonb)`,
    [JSON.stringify(rows), context.now],
  )
  writeDeliveries(context, tx, rows)
  tx.afterCommit(() =>
    context.workspace.commits.publish({ objects: [], noticed: rows.map((row) => ({ userId: row.user_id, noticeId: row.id })) }),
  )
}

const writeDeliveries = (context: Context, tx: Transaction, rows: { id: string; user_id: string }[]): void => {
  const { users } = context.workspace.directory.current
  const channels = context.workspace.config.current.items('channel').filter((channel) => channel.enabled)
  const deliveries = channels.flatMap((channel) =>
    rows.flatMap((row) => {
      const receiver = users.get(row.user_id)?.wecomId
      return receiver ? [{ id: newId(context.now), notice_id: row.id, channel_id: channel.id, receiver }] : []
    }),
  )
  if (deliveries.length === 0) return
  tx.send(
    `INSERT INTO w.delivery (id, notice_id, channel_id, receiver, next_at)
     SELECT id, notice_id, channel_id, receiver, $2 FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, notice_id uuid, channel_id text, receiver text)`,
    [JSON.stringify(deliveries), context.now],
  )
}
