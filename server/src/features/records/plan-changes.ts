import { AppError, must, type ObjectInfo, type Value } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Applied, Operation, StoredRecord, Values } from './change.ts'

/** What each operation makes of its record, without touching the database. Operations on one record follow one another. */
export const planChanges = (
  context: Context,
  info: ObjectInfo,
  operations: readonly Operation[],
  current: ReadonlyMap<string, StoredRecord>,
): Applied[] => {
  const latest = new Map(current)
  return operations.map((operation) => {
    const applied =
      operation.action === 'create'
        ? planCreate(context, info, operation)
        : planUpdate(context, info, operation, must(latest.get(operation.id)))
    latest.set(applied.after.id, applied.after)
    return applied
  })
}

const planCreate = (context: Context, info: ObjectInfo, operation: Operation & { action: 'create' }): Applied => {
  const { ownerId, departmentPath } = placeOfNew(context, info, operation)
  const values = Object.fromEntries(Object.entries(operation.values).filter(([, value]) => value !== null)) as Values
  const after: StoredRecord = {
    id: operation.id ?? newId(context.now),
    rev: 1,
    ownerId,
    createdAt: operation.createdAt ?? context.now,
    createdBy: context.access.userId,
    values,
    departmentPath,
  }
  return { action: 'create', before: null, after, changed: true, eventId: null }
}

/** Whose a new record is and where it belongs. A row of a sub-table is nobody's: it belongs to its record. */
const placeOfNew = (
  context: Context,
  info: ObjectInfo,
  { ownerId: wanted = context.access.userId, departmentPath }: Operation & { action: 'create' },
): Pick<StoredRecord, 'ownerId' | 'departmentPath'> => {
  if (info.definition.partOf) return { ownerId: null, departmentPath: null }
  return {
    ownerId: wanted,
    departmentPath: pathOf(context, wanted) ?? departmentPath ?? context.access.departmentPath,
  }
}

const planUpdate = (
  context: Context,
  info: ObjectInfo,
  operation: Exclude<Operation, { action: 'create' }>,
  before: StoredRecord,
): Applied => {
  if ('rev' in operation && operation.rev !== undefined && operation.rev !== before.rev)
    throw conflict(context, info, operation, before)
  if (operation.action !== 'update')
    return { action: operation.action, before, after: { ...before, rev: before.rev + 1 }, changed: true, eventId: null }
  const ownerId = operation.ownerId === undefined ? before.ownerId : operation.ownerId
  const departmentPath =
    ownerId === before.ownerId ? before.departmentPath : (pathOf(context, ownerId) ?? before.departmentPath)
  const values = { ...before.values, ...(operation.values as Values) }
  const changed =
    ownerId !== before.ownerId ||
    Object.entries(operation.values).some(([name, value]) => !isSame(before.values[name] ?? null, value as Value))
  return {
    action: 'update',
    before,
    after: { ...before, rev: changed ? before.rev + 1 : before.rev, ownerId, departmentPath, values },
    changed,
    eventId: null,
  }
}

const pathOf = (context: Context, ownerId: string | null): string | null =>
  ownerId === null ? null : (context.workspace.directory.current.users.get(ownerId)?.departmentPath ?? null)

const isSame = (a: Value, b: Value): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Says which of the writer's fields stand differently now, so that the page can show both and merge. */
const conflict = (context: Context, info: ObjectInfo, operation: Operation, before: StoredRecord): AppError => {
  const rights = context.access.object(info)
  const names = 'values' in operation ? Object.keys(operation.values) : []
  const fields = names.filter((name) => {
    const field = info.fields.get(name)
    return (
      field &&
      rights &&
      ['read', 'write'].includes(rights.right(field)) &&
      !isSame(before.values[name] ?? null, (operation as { values: Values }).values[name] ?? null)
    )
  })
  return new AppError('rev-conflict', { details: { id: before.id, rev: before.rev, fields: fields.join(',') } })
}
