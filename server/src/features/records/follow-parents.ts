import { subTablesOf, systemAccess, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Applied, Change } from './change.ts'

/**
 * What becomes of the rows of records that are deleted or come back: they go with their record, and those that went with it come
 * back with it; a row that was taken out before stays out. Asked before the records are written, for the moment they were deleted
 * is what tells. One query for each sub-table, and none where no record goes or comes.
 */
export const rowsThatFollow = async (tx: Transaction, info: ObjectInfo, changed: readonly Applied[]): Promise<Change[]> => {
  const changes: Change[] = []
  for (const part of subTablesOf(info)) {
    for (const action of ['delete', 'restore'] as const) {
      const parents = changed.filter((one) => one.action === action).map(({ after }) => after.id)
      if (parents.length === 0) continue
      const rows = await tx.query<{ id: string }>(
        `SELECT c.id FROM w.${part.table} c JOIN w.${info.table} p ON p.id = c.${part.partOf.relation.column}
         WHERE p.id = ANY($1::uuid[]) AND ${action === 'delete' ? 'c.deleted_at IS NULL' : 'c.deleted_at = p.deleted_at'} ORDER BY c.id`,
        [parents],
      )
      if (rows.length > 0) changes.push({ object: part.name, operations: rows.map(({ id }) => ({ action, id })) })
    }
  }
  return changes
}

/** Who may delete a record may have its rows deleted with it, whichever columns they see of them. */
export const asPlatform = (context: Context): Context => ({
  ...context,
  access: { ...systemAccess, userId: context.access.userId, departmentPath: context.access.departmentPath },
})
