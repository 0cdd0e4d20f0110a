import { civilDate, instantOf } from '@jieli/core/time/zoned-time'
import type { Transaction } from '../../database/database.ts'
import type { Applied, StoredRecord } from '../records/change.ts'
import type { RecordHook } from '../records/record-hook.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeAssignees, type AssigneeDelta } from './assignment-queries.ts'
import { closedStages } from './closed-stages.ts'

/** Whose hands a record fills: its owner's while it is open. */
const holderOf = (record: StoredRecord | null, isGone: boolean, closed: ReadonlySet<string>): string | null =>
  record === null || isGone || closed.has(String(record.values['stage'] ?? '')) ? null : record.ownerId

/**
 * Keeps what everyone has in hand equal to what the records say, in the very transaction that changes them, whichever door
 * the change came through: form, import, page, rule.
 */
const countHands = (context: Context, tx: Transaction, applied: readonly Applied[]): void => {
  const deltas = new Map<string, AssigneeDelta>()
  const add = (userId: string | null, holding: number, given: number): void => {
    if (userId === null) return
    const delta = deltas.get(userId) ?? { userId, holding: 0, given: 0 }
    deltas.set(userId, { userId, holding: delta.holding + holding, given: delta.given + given })
  }
  const closed = closedStages(context)
  for (const { action, before, after } of applied) {
    const was = action === 'restore' ? null : holderOf(before, false, closed)
    const is = holderOf(after, action === 'delete', closed)
    const given = after.ownerId !== null && after.ownerId !== (before?.ownerId ?? null) ? 1 : 0
    if (was !== is) {
      add(was, -1, 0)
      add(is, 1, 0)
    }
    if (given > 0) add(after.ownerId, 0, given)
  }
  const today = civilDate(instantOf(context.now), context.workspace.config.current.timeZone)
  changeAssignees(
    tx,
    [...deltas.values()].filter((delta) => delta.holding !== 0 || delta.given !== 0),
    { now: context.now, today },
  )
}

export const assignmentHooks: readonly RecordHook[] = [{ object: 'lead', afterWrite: countHands }]
