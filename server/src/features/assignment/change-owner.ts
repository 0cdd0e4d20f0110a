import { AppError, must, systemAccess, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { applyChange } from '../records/apply-change.ts'
import type { StoredRecord, Values } from '../records/change.ts'
import { writeEvents } from '../records/event-log.ts'
import { readRecords } from '../records/record-queries.ts'
import { openForWriting, requireRows } from '../records/require-rights.ts'
import { armClocks, planClocks, stopClocks } from '../timers/follow-up-clocks.ts'
import type { Context } from '../workspace/workspace.ts'

export interface OwnerChange {
  object: string
  recordIds: readonly string[]
  ownerId: string
  /** Why, in the manager's words; kept on the timeline. */
  reason: string
}

/**
 * Gives records to somebody else: the one function for it, whether a manager, a rule or a leaver's handover asks. Old clocks
 * stop, new ones start from now, the new owner is told. Returns how many really changed hands.
 */
export const changeOwner = async (context: Context, change: OwnerChange): Promise<number> => {
  if (!context.access.abilities.has('assign')) throw new AppError('forbidden')
  const person = context.workspace.directory.current.users.get(change.ownerId)
  if (!person?.active) throw new AppError('invalid-values', { issues: [{ path: 'ownerId', code: 'not-an-id' }] })
  return context.workspace.db.transaction((tx) => changeOwnerIn(context, tx, change))
}

const changeOwnerIn = async (context: Context, tx: Transaction, change: OwnerChange): Promise<number> => {
  const info = openForWriting(context, change.object)
  await requireRows(
    context,
    tx,
    info,
    change.recordIds.map((id) => ({ action: 'update', id, values: {} })),
  )
  const moved = await giveRecords(context, tx, {
    object: change.object,
    to: new Map(change.recordIds.map((id) => [id, { ownerId: change.ownerId }])),
    reason: change.reason,
  })
  writeNotices(
    context,
    tx,
    moved.map((record) => ({
      userId: change.ownerId,
      kind: 'lead-assigned',
      recordId: record.id,
      title: `转给你：${String(record.values['name'] ?? '客户')}`,
      lines: change.reason === '' ? [] : [change.reason],
    })),
  )
  return moved.length
}

/** Whose a record is to be; nobody's: it waits in the queue that is named. */
export type GivenTo = { ownerId: string } | { ownerId: null; queue: string }

export interface Giving {
  object: string
  to: ReadonlyMap<string, GivenTo>
  reason: string
}

/**
 * Writes new owners, whoever decided on them: clocks stop and start, the reason stands on each timeline. Rights were settled
 * before, and telling people is up to the caller. Answers the records that changed hands, as they were before.
 */
export const giveRecords = async (
  context: Context,
  tx: Transaction,
  { object, to, reason }: Giving,
): Promise<StoredRecord[]> => {
  const info = must(context.workspace.config.current.objects.get(object), object)
  const before = await readRecords(tx, info, [...to.keys()], { lock: true })
  const ownerOf = (id: string): string | null => must(to.get(id)).ownerId
  const moving = before.filter((record) => record.ownerId !== ownerOf(record.id))
  if (moving.length === 0) return []
  stopClocks(
    context,
    tx,
    moving.map((record) => record.id),
  )
  const timers = planClocks(
    context,
    object,
    moving.filter(({ id }) => ownerOf(id) !== null).map((record) => ({ recordId: record.id, values: record.values })),
  )
  // The right to reassign was checked before; the fields that follow from it are the platform's to write.
  const elevated: Context = {
    ...context,
    access: { ...systemAccess, userId: context.access.userId, departmentPath: context.access.departmentPath },
  }
  await applyChange(elevated, tx, {
    object,
    isClean: true,
    operations: moving.map((record) => ({
      action: 'update',
      id: record.id,
      ownerId: ownerOf(record.id),
      values: placeOf(info, must(to.get(record.id)), context.now),
    })),
  })
  armClocks(context, tx, timers)
  writeEvents(
    context,
    tx,
    moving.map((record) => ({
      kind: 'owner.changed',
      object,
      recordId: record.id,
      data: { from: record.ownerId, to: ownerOf(record.id), reason },
    })),
  )
  return moving
}

/** When it was given, or the queue in which it waits, for objects that keep that. */
const placeOf = (info: ObjectInfo, to: GivenTo, now: string): Values => ({
  ...(info.fields.has('assignedAt') ? { assignedAt: to.ownerId === null ? null : now } : {}),
  ...(info.fields.has('assignmentQueue') ? { assignmentQueue: to.ownerId === null ? to.queue : null } : {}),
})
