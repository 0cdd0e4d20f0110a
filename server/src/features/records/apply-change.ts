import { assert, must, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { attachNewFiles } from '../files/attach-files.ts'
import { fillLater } from '../computed/fill-field.ts'
import { handOutNumbers } from '../computed/hand-out-numbers.ts'
import { reckonInMemory } from '../computed/reckon-in-memory.ts'
import { settleDependents } from '../computed/settle-dependents.ts'
import type { Applied, Change, Operation } from './change.ts'
import { checkValues } from './check-values.ts'
import { deriveValues } from './derive-values.ts'
import { asPlatform, rowsThatFollow } from './follow-parents.ts'
import { joinParents } from './join-parents.ts'
import { keepHiddenLinks } from './keep-hidden-links.ts'
import { claimsOf, moveIdentities } from './identity-queries.ts'
import { leaveCovers } from './leave-covers.ts'
import { mergeStale } from './merge-stale.ts'
import { openForWriting, requireMayCreate, requireRows } from './require-rights.ts'
import { planChanges } from './plan-changes.ts'
import { requireWhen } from './require-when.ts'
import { requireUnique } from '../unique/require-unique.ts'
import { insertRecords, updateRecords, type UpdatedColumns } from './record-queries.ts'
import { writeEvents } from './event-log.ts'

/**
 * The only function that alters records, whichever door the change came through. In the given transaction and for the whole
 * batch at once: authorise → leave covers alone → complete (hooks) → clean and check → lock and compare → keep what the writer cannot see → rows of
 * sub-tables to their record → reckon what follows from it → refuse what may not repeat → write → files → identities → events →
 * bring up to date what follows on other records → rows of sub-tables that go or come along → hooks.
 * A change that changes nothing writes nothing and emits nothing. A `rev` that is no longer the record's is refused.
 *
 * @example
 * await db.transaction((tx) => applyChange(context, tx, { object: 'lead', operations: [{ action: 'update', id, rev: 3, values: { grade: 'g9' } }] }))
 */
export const applyChange = async (context: Context, tx: Transaction, change: Change): Promise<Applied[]> => {
  const info = openForWriting(context, change.object)
  const hooks = context.workspace.hooks.filter((hook) => hook.object === change.object)
  let operations = await leaveCovers(context, tx, info, change.operations)
  requireMayCreate(context, info, operations)
  for (const hook of hooks) operations = (await hook.beforeWrite?.(context, tx, operations)) ?? operations
  assert(eachOnce(operations), 'a change names each record once')
  const checked = change.isClean ? operations : checkValues(context, info, operations)
  const current = await requireRows(context, tx, info, checked)
  const linked = change.isClean ? checked : await keepHiddenLinks(context, tx, info, { operations: checked, current })
  const merged = change.merges ? await mergeStale(tx, info, linked, current) : linked
  const joined = await joinParents(context, tx, info, { operations: merged, current, newParents: change.newParents })
  const planned = deriveValues(context, hooks, planChanges(context, info, joined, current))
  const applied = await reckonInMemory(context, tx, info, await handOutNumbers(context, tx, info, planned))
  const changed = applied.filter((one) => one.changed)
  requireWhen(context, info, changed)
  await requireUnique(context, tx, info, applied)
  const following = await rowsThatFollow(tx, info, changed)
  write(context, tx, info, changed)
  await attachNewFiles(context, tx, info, changed)
  await settleIdentities(tx, info, changed, change.identitiesClaimed === true)
  tell(context, tx, info, changed)
  await settleDependents(context, tx, info, changed, fillLater)
  for (const rows of following) await applyChange(asPlatform(context), tx, rows)
  for (const hook of hooks) await hook.afterWrite?.(context, tx, changed)
  return applied
}

/** One change of one record by a person or a program, in a transaction of its own; a late one is merged where it can be. */
export const changeOne = async (context: Context, object: string, operation: Operation): Promise<Applied> => {
  const change = { object, operations: [operation], merges: true }
  return must((await context.workspace.db.transaction((tx) => applyChange(context, tx, change)))[0])
}

const write = (context: Context, tx: Transaction, info: ObjectInfo, changed: readonly Applied[]): void => {
  const by = { now: context.now, userId: context.access.userId }
  const created = changed.filter((one) => one.action === 'create').map(({ after }) => after)
  if (created.length > 0) insertRecords(tx, info, created, by)
  const updated = changed.filter((one) => one.action !== 'create')
  if (updated.length === 0) return
  updateRecords(
    tx,
    info,
    updated.map(({ action, after }) => ({ ...after, deletedAt: action === 'delete' ? context.now : null })),
    columnsOf(updated),
    by,
  )
}

const columnsOf = (updated: readonly Applied[]): UpdatedColumns => ({
  fields: new Set(
    updated.flatMap(({ before, after }) =>
      Object.keys(after.values).filter((name) => !isSame(before?.values[name] ?? null, after.values[name])),
    ),
  ),
  owner: updated.some(
    ({ before, after }) => before?.ownerId !== after.ownerId || before?.departmentPath !== after.departmentPath,
  ),
  deleted: updated.some(({ action }) => action !== 'update'),
})

const settleIdentities = async (tx: Transaction, info: ObjectInfo, changed: Applied[], claimed: boolean): Promise<void> => {
  const keys = (one: Applied['before']): string => (one ? JSON.stringify(claimsOf(info, one.values, one.id)) : '[]')
  const moves = changed
    .filter((one) => !(claimed && one.action === 'create'))
    .filter((one) => one.action === 'delete' || one.action === 'restore' || keys(one.before) !== keys(one.after))
    .map((one) => ({ recordId: one.after.id, values: one.action === 'delete' ? null : one.after.values }))
  await moveIdentities(tx, info, moves)
}

const kinds = {
  create: 'record.created',
  update: 'record.updated',
  delete: 'record.deleted',
  restore: 'record.restored',
} as const

const tell = (context: Context, tx: Transaction, info: ObjectInfo, changed: readonly Applied[]): void => {
  const ids = writeEvents(
    context,
    tx,
    changed.map((one) => ({
      kind: kinds[one.action],
      object: info.name,
      recordId: one.after.id,
      changes: one.action === 'delete' || one.action === 'restore' ? {} : differences(one),
    })),
  )
  for (const [index, one] of changed.entries()) one.eventId = ids[index] ?? null
}

/** Field by field what is different, the owner included. */
const differences = ({
  before,
  after,
}: Applied): Record<string, { before: Applied['after']['values'][string]; after: Applied['after']['values'][string] }> => {
  const changes: ReturnType<typeof differences> = {}
  for (const [name, value] of Object.entries(after.values)) {
    const was = before?.values[name] ?? null
    if (!isSame(was, value)) changes[name] = { before: was, after: value }
  }
  if ((before?.ownerId ?? null) !== after.ownerId) changes['owner'] = { before: before?.ownerId ?? null, after: after.ownerId }
  return changes
}

/** Only lists and what else is more than one value have to be looked into. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (isCompound(a) && isCompound(b) && JSON.stringify(a) === JSON.stringify(b))

const isCompound = (value: unknown): boolean => typeof value === 'object' && value !== null

const eachOnce = (operations: readonly Operation[]): boolean => {
  const ids = operations.flatMap((operation) => operation.id ?? [])
  return new Set(ids).size === ids.length
}
