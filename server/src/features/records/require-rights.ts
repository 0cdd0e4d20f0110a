import { AppError, type ObjectInfo, type RowScope } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { Bindings } from '../../query/bindings.ts'
import { SourceCompiler } from '../../query/compile-source.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation, StoredRecord } from './change.ts'
import { readRecords } from './record-queries.ts'

/** The object, if this person may know of it at all. */
export const openForWriting = (context: Context, object: string): ObjectInfo => {
  const info = context.workspace.config.current.objects.get(object)
  if (!info || !context.access.object(info)) throw new AppError('unknown-object', { details: { object } })
  return info
}

export const requireMayCreate = (context: Context, info: ObjectInfo, operations: readonly Operation[]): void => {
  if (operations.some((operation) => operation.action === 'create') && !context.access.object(info)?.create) throw new AppError('forbidden')
}

/**
 * Locks the records that are to change and proves that this person may change them. A record outside the row scope is
 * answered like one that does not exist.
 */
export const requireRows = async (context: Context, tx: Transaction, info: ObjectInfo, operations: readonly Operation[]): Promise<Map<string, StoredRecord>> => {
  const found = new Map<string, StoredRecord>()
  for (const deleted of [false, true]) {
    const wanted = operations.filter((operation) => operation.action !== 'create' && (operation.action === 'restore') === deleted)
    const deletes = new Set(wanted.filter((operation) => operation.action === 'delete').map((operation) => operation.id))
    if (wanted.length === 0) continue
    const { extra, params } = scopeColumns(context, info)
    const rows = await readRecords(tx, info, wanted.map((operation) => operation.id as string), { lock: true, deleted, extra, params })
    for (const row of rows) {
      if (row.extra[deletes.has(row.id) ? 'may_delete' : 'may_update'] === true) found.set(row.id, row)
    }
    if (wanted.some((operation) => !found.has(operation.id as string))) throw new AppError('not-found')
  }
  return found
}

const scopeColumns = (context: Context, info: ObjectInfo): { extra: string; params: unknown[] } => {
  const rights = context.access.object(info)
  // The first placeholder is the list of ids.
  const bindings = new Bindings()
  bindings.bindAs(null, 'uuid[]')
  const scope = (rows: RowScope[]): string =>
    new SourceCompiler({ object: info, rows, access: context.access, fields: new Map(), searchFields: [] }, bindings, {
      now: context.now, timeZone: context.workspace.config.current.timeZone,
    }).scope()
  const extra = `(${scope(rights?.update ?? [])}) AS may_update, (${scope(rights?.delete ?? [])}) AS may_delete`
  return { extra, params: bindings.params.slice(1) }
}
