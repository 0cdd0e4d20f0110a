import type { Transaction } from '../../database/database.ts'
import { writeNotices } from '../notices/write-notices.ts'
import type { Applied } from '../records/change.ts'
import type { RecordHook } from '../records/record-hook.ts'
import { requireManager } from '../users/require-manager.ts'
import type { Context } from '../workspace/workspace.ts'
import { countHeld, handoverParts } from './handover-parts.ts'
import { findNamingSettings } from './handover-settings.ts'

/** 待交接: somebody who has left and still holds what needs a person. */
export interface WaitingHandover {
  userId: string
  name: string
  /** Open records, and settings that name the person. */
  records: number
  settings: number
  isUnderWay: boolean
}

/** Counted from the records themselves, so it is right whichever door the person left by, and ends when nothing is left. */
export const findWaitingHandovers = async (context: Context): Promise<WaitingHandover[]> => {
  requireManager(context)
  const left = [...context.workspace.directory.current.users.values()].filter(({ active }) => !active)
  const open = handoverParts(context).filter(({ isFinished }) => !isFinished)
  const [counts, running] = await Promise.all([
    countHeld(context, context.workspace.db, { parts: open, userIds: left.map(({ id }) => id) }),
    context.workspace.db.query<{ id: string }>('SELECT user_id AS id FROM w.handover WHERE done_at IS NULL'),
  ])
  const records = new Map<string, number>()
  for (const { userId, count } of counts) records.set(userId, (records.get(userId) ?? 0) + count)
  return left
    .map(({ id, name }) => ({
      userId: id,
      name,
      records: records.get(id) ?? 0,
      settings: findNamingSettings(context, id).length,
      isUnderWay: running.some((row) => row.id === id),
    }))
    .filter((one) => one.records + one.settings > 0)
    .toSorted((a, b) => b.records - a.records)
}

/**
 * Whoever sees to people is told when somebody goes and leaves work behind: the manager of the department and those who
 * manage people. Page, API, import and sync come by here alike; who hands over with the same commit needs no reminder.
 */
const tellOfWork = async (context: Context, tx: Transaction, applied: readonly Applied[]): Promise<void> => {
  const gone = applied.filter(
    ({ action, before, after }) =>
      action === 'update' && before?.values['active'] !== false && after.values['active'] === false,
  )
  if (gone.length === 0) return
  const ids = gone.map(({ after }) => after.id)
  const underWay = await tx.query<{ id: string }>(
    'SELECT user_id AS id FROM w.handover WHERE done_at IS NULL AND user_id = ANY($1::uuid[])',
    [ids],
  )
  const open = handoverParts(context).filter(({ isFinished }) => !isFinished)
  const counts = await countHeld(context, tx, { parts: open, userIds: ids })
  for (const { after } of gone) {
    const count = counts.filter(({ userId }) => userId === after.id).reduce((sum, one) => sum + one.count, 0)
    if (count === 0 || underWay.some(({ id }) => id === after.id)) continue
    writeNotices(
      context,
      tx,
      receiversFor(context, after.id, String(after.values['department'] ?? '')).map((userId) => ({
        userId,
        kind: 'handover-waiting',
        recordId: null,
        title: `待交接：${String(after.values['name'] ?? '')}停用了，手上还有 ${count} 条`,
        lines: ['到「人员」里交接给别人，客户不能没人管'],
      })),
    )
  }
}

const receiversFor = (context: Context, leaverId: string, departmentId: string): string[] => {
  const { config, directory } = context.workspace
  const { users, departments } = directory.current
  const managesPeople = (roleIds: readonly string[]): boolean =>
    roleIds.some((id) => config.current.item('role', id)?.abilities.includes('manage-users'))
  const manager = departments.get(departmentId)?.managerId ?? ''
  const told = [...users.values()].filter(
    ({ id, active, roleIds }) => active && id !== leaverId && (id === manager || managesPeople(roleIds)),
  )
  return told.map(({ id }) => id)
}

export const handoverHooks: readonly RecordHook[] = [{ object: 'user', afterWrite: tellOfWork }]
