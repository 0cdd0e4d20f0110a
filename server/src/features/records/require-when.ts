import { AppError, fieldsOf, type FieldInfo, type Issue, type ObjectInfo, type Value } from '@jieli/core'
import { conditionHolds } from '../conditions/judge-condition.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Applied } from './change.ts'

/**
 * Fields that must be filled in while a condition holds. Judged on the record as it will be, whichever door the change came
 * through; a change that touches neither the field nor what its condition reads is not held up by what was missing before.
 */
export const requireWhen = (context: Context, info: ObjectInfo, changed: readonly Applied[]): void => {
  const fields = [...info.fields.values()].filter((field) => field.requiredWhen !== undefined)
  if (fields.length === 0) return
  const written = changed.filter(({ action }) => action === 'create' || action === 'update')
  const issues = written.flatMap((one, index): Issue[] =>
    fields
      .filter((field) => isTouched(field, one) && isMissing(context, info, field, one))
      .map(({ name }) => ({ path: written.length === 1 ? name : `${index}.${name}`, code: 'required' })),
  )
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
}

const isTouched = ({ name, requiredWhen }: FieldInfo, { action, before, after }: Applied): boolean =>
  action === 'create' ||
  [name, ...(requiredWhen ? fieldsOf(requiredWhen) : [])].some(
    (one) => JSON.stringify(before?.values[one] ?? null) !== JSON.stringify(after.values[one] ?? null),
  )

const isMissing = (context: Context, info: ObjectInfo, field: FieldInfo, { after }: Applied): boolean => {
  const values: Record<string, Value> = { ...after.values, owner: after.ownerId, id: after.id, createdAt: after.createdAt }
  const value = values[field.name] ?? null
  const isEmpty = value === null || (Array.isArray(value) && value.length === 0)
  return isEmpty && conditionHolds(context, info, field.requiredWhen, values)
}
