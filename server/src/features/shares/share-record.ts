import { AppError, must, type ObjectInfo, type Value } from '@jieli/core'
import { z } from 'zod'
import type { Transaction } from '../../database/database.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { writeEvents } from '../records/event-log.ts'
import { readRecords } from '../records/record-queries.ts'
import { openForWriting } from '../records/require-rights.ts'
import { ScopeColumns } from '../records/scope-columns.ts'
import type { Context } from '../workspace/workspace.ts'

export const shareSchema = z.strictObject({
  /** A colleague or a department; a department means everybody in it and below. */
  to: z.union([z.strictObject({ user: z.uuid() }), z.strictObject({ department: z.uuid() })]),
  mayEdit: z.boolean().default(false),
  /** When it ends by itself; null: when somebody ends it. */
  until: z.iso.datetime({ offset: true }).nullable().default(null),
})
export type ShareInput = z.output<typeof shareSchema>

export interface SharedRecord {
  object: string
  id: string
}

/** Opens one record to a colleague or a department. Shared anew it is shared as told last. */
export const shareRecord = async (context: Context, record: SharedRecord, share: ShareInput): Promise<void> => {
  const grantee = granteeOf(context, share.to)
  if (share.until !== null && share.until <= context.now)
    throw new AppError('invalid-values', { issues: [{ path: 'until', code: 'not-an-instant' }] })
  await context.workspace.db.transaction(async (tx) => {
    const { info, title } = await requireMayShare(context, tx, record)
    await tx.query(
      `INSERT INTO w.record_share (grantee, object, record_id, may_edit, until, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (grantee, object, record_id) DO UPDATE SET may_edit = excluded.may_edit, until = excluded.until,
         created_at = excluded.created_at, created_by = excluded.created_by`,
      [grantee, info.name, record.id, share.mayEdit, share.until, context.now, context.access.userId],
    )
    const { commits } = context.workspace
    tx.afterCommit(() => commits.publish({ objects: [], noticed: [], shared: [{ grantee, object: info.name }] }))
    const data = { to: grantee, mayEdit: share.mayEdit, until: share.until }
    writeEvents(context, tx, [{ kind: 'record.shared', object: info.name, recordId: record.id, data }])
    if ('user' in share.to) await tellColleague(context, tx, { userId: share.to.user, recordId: record.id, title })
  })
}

/** Ends a share. Ending what is over already is no mistake. */
export const unshareRecord = async (context: Context, record: SharedRecord, grantee: string): Promise<void> => {
  await context.workspace.db.transaction(async (tx) => {
    const { info } = await requireMayShare(context, tx, record)
    const ended = await tx.query(
      'DELETE FROM w.record_share WHERE grantee = $1 AND object = $2 AND record_id = $3 RETURNING grantee',
      [grantee, info.name, record.id],
    )
    if (ended.length > 0)
      writeEvents(context, tx, [{ kind: 'record.unshared', object: info.name, recordId: record.id, data: { to: grantee } }])
  })
}

/** As it is stored: a person's id, a department's path. Only who works here, and departments that there are. */
const granteeOf = ({ workspace }: Context, to: ShareInput['to']): string => {
  const { users, departments } = workspace.directory.current
  const found = 'user' in to ? users.get(to.user)?.active && to.user : departments.get(to.department)?.path
  if (!found) throw new AppError('invalid-values', { issues: [{ path: 'to', code: 'not-an-id' }] })
  return found
}

/**
 * Whoever may change the record by right may share it; one it was shared with may not pass it on. Holds the record, so that
 * it is not given away in the same moment. A record outside one's sight is answered like one that does not exist.
 */
const requireMayShare = async (
  context: Context,
  tx: Transaction,
  { object, id }: SharedRecord,
): Promise<{ info: ObjectInfo; title: string }> => {
  const info = openForWriting(context, object)
  // A row is opened with its record, never alone.
  if (info.definition.partOf) throw new AppError('forbidden')
  const columns = new ScopeColumns(context, info)
  const rights = must(context.access.object(info))
  const isSeen = columns.add(rights.read)
  const isOwn = columns.add(ownRows(rights.update))
  const [row] = await readRecords(tx, info, [id], { lock: true, extra: columns.sql, params: columns.params })
  if (!row || !isSeen(row.extra)) throw new AppError('not-found')
  if (!isOwn(row.extra)) throw new AppError('forbidden')
  return { info, title: titleOf(row.values[info.definition.titleField]) }
}

/** Without what is one's only because somebody shared it. */
export const ownRows = <T>(scopes: readonly T[]): T[] => scopes.filter((scope) => scope !== 'shared' && scope !== 'shared-edit')

const titleOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

const tellColleague = async (
  context: Context,
  tx: Transaction,
  { userId, recordId, title }: { userId: string; recordId: string; title: string },
): Promise<void> => {
  const sharer = context.workspace.directory.current.users.get(context.access.userId ?? '')?.name ?? ''
  writeNotices(context, tx, [
    {
      userId,
      kind: 'record-shared',
      recordId,
      title: `请你协作：${title}`,
      lines: sharer === '' ? [] : [`${sharer} 加你为协作人`],
    },
  ])
}
