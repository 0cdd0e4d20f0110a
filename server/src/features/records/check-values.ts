import { AppError, cleanValues, isTyped, type FieldInfo, type Issue, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation } from './change.ts'

/** A batch names the operation a complaint is about; a single change just names the field. */
const pathOf = (issue: Issue, index: number, count: number): Issue =>
  count === 1 ? issue : { ...issue, path: `${index}.${issue.path}` }

/** Cleans every operation's values, or says everything that is wrong with all of them at once. */
export const checkValues = (context: Context, info: ObjectInfo, operations: readonly Operation[]): Operation[] => {
  const issues: Issue[] = []
  const writable = { create: writableFields(context, info, 'create'), update: writableFields(context, info, 'update') }
  const checked = operations.map((operation, index) => {
    if (operation.action === 'delete' || operation.action === 'restore') return operation
    const cleaned = cleanValues(operation.values, writable[operation.action], {
      fieldTypes: fieldTypeRegistry,
      mode: operation.action,
    })
    issues.push(...cleaned.issues.map((issue) => pathOf(issue, index, operations.length)))
    return { ...operation, values: cleaned.values }
  })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  return checked
}

/**
 * Fields that this person may write at all; the rest are as unknown to them as a name that does not exist. Where it depends
 * on the row, `requireRows` decides once the row is known.
 */
const writableFields = (context: Context, info: ObjectInfo, action: 'create' | 'update'): FieldInfo[] => {
  const rights = context.access.object(info)
  if (!rights) return []
  const isWritable = (field: FieldInfo): boolean =>
    action === 'create' ? rights.mayCreateWith(field) : rights.rowsWith(field, 'write')?.length !== 0
  return [...info.fields.values()].filter((field) => !field.system && isTyped(field) && isWritable(field))
}

/** What is said of a field that may not be written on this very row: the same as of one that there is not. */
export const refuseFields = (names: readonly string[], index: number, count: number): AppError =>
  new AppError('invalid-values', {
    issues: names.map((name) => pathOf({ path: name, code: 'unknown-field', params: { field: name } }, index, count)),
  })
