import { AppError, type ObjectAccess, type ObjectInfo } from '@jieli/core'
import type { Row, Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation, StoredRecord } from './change.ts'
import { refuseFields } from './check-values.ts'
import { readRecords } from './record-queries.ts'
import { ScopeColumns } from './scope-columns.ts'

/** The object, if this person may do anything with it; to everybody else there is none. */
export const openForWriting = (context: Context, object: string): ObjectInfo => {
  const info = context.workspace.config.current.objects.get(object)
  const rights = info && context.access.object(info)
  if (!info || !rights || !mayDoAnything(rights)) throw new AppError('unknown-object', { details: { object } })
  return info
}

const mayDoAnything = ({ create, read, update, delete: deletes }: ObjectAccess): boolean =>
  create || read.length + update.length + deletes.length > 0

export const requireMayCreate = (context: Context, info: ObjectInfo, operations: readonly Operation[]): void => {
  if (operations.some((operation) => operation.action === 'create') && !context.access.object(info)?.create)
    throw new AppError('forbidden')
}

/**
 * Locks the records that are to change and proves that this person may change them, and each of the fields named on that
 * very row. A record outside the row scope is answered like one that does not exist. What one may delete one may restore.
 */
export const requireRows = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  operations: readonly Operation[],
): Promise<Map<string, StoredRecord>> => {
  const found = new Map<string, StoredRecord & { extra: Row }>()
  const rights = context.access.object(info)
  const columns = new ScopeColumns(context, info)
  const [mayUpdate, mayDelete] = [columns.add(rights?.update ?? []), columns.add(rights?.delete ?? [])]
  const fieldChecks = fieldsByRow(rights, info, operations, columns)
  for (const deleted of [false, true]) {
    const wanted = new Map(
      operations.flatMap((operation) =>
        operation.action !== 'create' && (operation.action === 'restore') === deleted ? [[operation.id, operation.action]] : [],
      ),
    )
    if (wanted.size === 0) continue
    const rows = await readRecords(tx, info, [...wanted.keys()], {
      lock: true,
      deleted,
      extra: columns.sql,
      params: columns.params,
    })
    for (const row of rows) if ((wanted.get(row.id) === 'update' ? mayUpdate : mayDelete)(row.extra)) found.set(row.id, row)
    if ([...wanted.keys()].some((id) => !found.has(id))) throw new AppError('not-found')
  }
  if (fieldChecks.size > 0) requireFields(operations, found, fieldChecks)
  return found
}

type FieldChecks = ReadonlyMap<string, (row: Row) => boolean>

/** Of the fields that the operations name, those that may be written on some rows only. */
const fieldsByRow = (
  rights: ObjectAccess | undefined,
  info: ObjectInfo,
  operations: readonly Operation[],
  columns: ScopeColumns,
): FieldChecks => {
  const names = new Set(operations.flatMap((operation) => (operation.action === 'update' ? Object.keys(operation.values) : [])))
  return new Map(
    [...names].flatMap((name) => {
      const field = info.fields.get(name)
      const rows = field && rights?.rowsWith(field, 'write')
      return rows && rows.length > 0 ? [[name, columns.add(rows)] as const] : []
    }),
  )
}

const requireFields = (
  operations: readonly Operation[],
  found: ReadonlyMap<string, { extra: Row }>,
  checks: FieldChecks,
): void => {
  for (const [index, operation] of operations.entries()) {
    if (operation.action !== 'update') continue
    const row = found.get(operation.id)?.extra ?? {}
    const refused = Object.keys(operation.values).filter((name) => checks.get(name)?.(row) === false)
    if (refused.length > 0) throw refuseFields(refused, index, operations.length)
  }
}
