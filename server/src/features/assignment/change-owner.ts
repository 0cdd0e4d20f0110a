import { AppError, must, systemAccess } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { applyChange } from '../records/apply-change.ts'
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
  const before = await readRecords(tx, info, change.recordIds)
  const moving = before.filter((record) => record.ownerId !== change.ownerId)
  if (moving.length === 0) return 0
  const ids = moving.map((record) => record.id)
  stopClocks(context, tx, ids)
  const timers = planClocks(
    context,
    change.object,
    moving.map((record) => ({ recordId: record.id, values: record.values })),
  )
  // The right to reassign was checked above; the fields that follow from it are the platform's to write.
  const elevated: Context = {
    ...context,
    access: { ...systemAccess, userId: context.access.userId, departmentPath: context.access.departmentPath },
  }
  await applyChange(elevated, tx, {
    object: change.object,
    isClean: true,
    operations: moving.map((record) => ({
      action: 'update',
      id: record.id,
      ownerId: change.ownerId,
      values: { assignedAt: context.now, assignmentQueue: null },
    })),
  })
  armClocks(context, tx, timers)
  writeEvents(
    context,
    tx,
    moving.map((record) => ({
      kind: 'owner.changed',
      object: change.object,
      recordId: record.id,
      data: { from: record.ownerId, to: change.ownerId, reason: change.reason },
    })),
  )
  writeNotices(
    context,
    tx,
    moving.map((record) => ({
      userId: change.ownerId,
      kind: 'lead-assigned',
      recordId: record.id,
      title: `转给你：${String(record.values['name'] ?? '客户')}`,
      lines: change.reason === '' ? [] : [change.reason],
    })),
  )
  return must(moving.length)
}
