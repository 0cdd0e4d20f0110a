import type { FieldInfo, FieldRight, ObjectAccess, ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { ScopeColumns } from './scope-columns.ts'

/** Each field's right on one record, for what is told of it outside the query compiler: its timeline, its history in a notice. */
export type RightsOnRecord = (field: FieldInfo) => FieldRight

/** Asks the database only when this person's roles differ from row to row. */
export const rightsOnRecord = async (
  context: Context,
  info: ObjectInfo,
  id: string,
  db: Queryable = context.workspace.db,
): Promise<RightsOnRecord> => {
  const rights = context.access.object(info)
  if (!rights) return () => 'none'
  const columns = new ScopeColumns(context, info)
  const checks = new Map(
    [...info.fields.values()].map((field) => [
      field.name,
      { read: askFor(rights, field, 'read', columns), mask: askFor(rights, field, 'mask', columns) },
    ]),
  )
  const [row] = columns.isEmpty
    ? [{}]
    : await db.query(`SELECT ${columns.sql} FROM w.${info.table} t WHERE t.id = ANY($1::uuid[])`, [[id], ...columns.params])
  return (field) => {
    const check = checks.get(field.name)
    if (!row || !check) return 'none'
    return check.read(row) ? 'read' : check.mask(row) ? 'mask' : 'none'
  }
}

type Check = ReturnType<ScopeColumns['add']>

const askFor = (rights: ObjectAccess, field: FieldInfo, least: 'read' | 'mask', columns: ScopeColumns): Check => {
  const rows = rights.rowsWith(field, least)
  if (rows === undefined) return () => true
  return rows.length === 0 ? () => false : columns.add(rows)
}
