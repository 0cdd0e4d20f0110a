import { AppError, cleanValues, type Issue, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation } from './change.ts'


/** A batch names the operation a complaint is about; a single change just names the field. */
const pathOf = (issue: Issue, index: number, count: number): Issue => (count === 1 ? issue : { ...issue, path: `${index}.${issue.path}` })

/** Cleans every operation's values, or says everything that is wrong with all of them at once. */
export const checkValues = (context: Context, info: ObjectInfo, operations: readonly Operation[]): Operation[] => {
  const issues: Issue[] = []
  const checked = operations.map((operation, index) => {
    if (operation.action === 'delete' || operation.action === 'restore') return operation
    const writable = writableFields(context, info)
    const cleaned = cleanValues(operation.values, writable, { fieldTypes: fieldTypeRegistry, mode: operation.action })
    issues.push(...cleaned.issues.map((issue) => pathOf(issue, index, operations.length)))
    return { ...operation, values: cleaned.values }
  })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  return checked
}

/** Fields that this person may write; the rest are as unknown to them as a name that does not exist. */
const writableFields = (context: Context, info: ObjectInfo) => {
  const rights = context.access.object(info)
  return [...info.fields.values()].filter((field) => !field.system && rights !== undefined && rights.right(field) === 'write')
}
