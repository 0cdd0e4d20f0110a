import {
  AppError,
  checkExpression,
  fieldDraftSchema,
  systemFields,
  type Expression,
  type Field,
  type FieldDraft,
  type Label,
  type ObjectType,
  typeFields,
} from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { fillIfFew } from '../computed/fill-field.ts'
import { startJob } from '../long-jobs/start-job.ts'
import { askUnique, requireCanBeUnique } from '../unique/ask-unique.ts'
import { findDuplicates } from '../unique/find-duplicates.ts'
import { requireQuiet } from './conversion/start-conversion.ts'
import { freeName } from './free-name.ts'
import { indexField } from './index-field-job.ts'
import { makeSubTable } from './make-sub-table.ts'
import { lockObject, nextNumber, requireConfigure } from './lock-object.ts'
import { requireSettings } from './require-settings.ts'
import { addFieldColumn, dropUniqueIndex, isWorkedOut, requireColumnRoom, wantsIndex } from './object-tables.ts'
import { writeObjects } from './write-objects.ts'
import { whenFree } from './when-free.ts'

/** PostgreSQL holds 1,600 columns, dropped ones included; some room stays for types that change. */
const MOST_FIELDS = 1_000

/** What the page sends: the name may be left to us. */
export type NewField = Omit<FieldDraft, 'name'> & { name?: string }

/** Adds a field to an object: a column, at once, whatever the table's size; everyone's next read knows it. */
export const addField = async (context: Context, objectName: string, input: NewField): Promise<Field> => {
  requireConfigure(context)
  const field = await whenFree(context, async (tx) => {
    const object = await lockObject(tx, objectName)
    if (object.fields.length >= MOST_FIELDS)
      throw new AppError('limit-reached', { details: { limit: `${MOST_FIELDS} 个字段` } })
    const draft = fieldDraftSchema.safeParse({ ...input, name: input.name ?? freeName(input.label, namesOf(object), 'field') })
    if (!draft.success)
      throw new AppError('invalid-values', {
        issues: draft.error.issues.map((issue) => ({
          path: issue.path.join('.'),
          code: 'invalid-setting',
          params: { reason: issue.message },
        })),
      })
    if (namesOf(object).has(draft.data.name))
      throw new AppError('invalid-values', { issues: [{ path: 'name', code: 'name-taken' }] })
    if (draft.data.unique) requireCanBeUnique(draft.data)
    await requireColumnRoom(tx, object.id)
    const settings = fieldTypeRegistry[draft.data.type]?.parts
      ? await makeSubTable(context, tx, object, draft.data)
      : draft.data.settings
    const made: Field = { ...draft.data, settings, id: `f_${await nextNumber(tx)}` }
    requireSettings(made)
    const after = { ...object, fields: [...object.fields, made] }
    if (!isWorkedOut(made)) await addFieldColumn(tx, object.id, made)
    const { unique, ...others } = made
    if (wantsIndex(others)) await startJob(context, tx, indexField, { table: object.id, ...others })
    if (unique) await askUnique(context, tx, object, made)
    await writeObjects(context, tx, [after])
    return made
  })
  await context.workspace.config.refresh()
  await fillIfFew(context, objectName, field.name)
  return field
}

/** What of a field may change without touching its column. */
export interface FieldEdit {
  label?: Label
  help?: Label
  required?: boolean
  /** Null takes the condition away. */
  requiredWhen?: Expression | null
  settings?: Record<string, unknown>
  unique?: boolean
}

/** Renames, explains, or resets a field. A computed one that is defined anew is worked out for every record, few at once, many by a job. */
export const updateField = async (context: Context, objectName: string, fieldName: string, edit: FieldEdit): Promise<Field> => {
  requireConfigure(context)
  const field = await whenFree(context, async (tx) => {
    const object = await lockObject(tx, objectName)
    const before = object.fields.find((candidate) => candidate.name === fieldName)
    if (!before) throw new AppError('unknown-field', { details: { field: fieldName } })
    const { requiredWhen = before.requiredWhen, ...others } = edit
    if (requiredWhen) requireReadableHere(object, requiredWhen)
    const { requiredWhen: _, ...rest } = before
    const after: Field = { ...rest, ...others, ...(requiredWhen ? { requiredWhen } : {}) }
    requireSettings(after)
    await settleUnique(context, tx, object, { before, after })
    await writeObjects(context, tx, [{ ...object, fields: object.fields.map((other) => (other === before ? after : other)) }])
    return after
  })
  await context.workspace.config.refresh()
  await fillIfFew(context, objectName, fieldName)
  return field
}

/**
 * Turned on, values are looked through first: nothing begins while some repeat. Turned off, they may repeat at once.
 */
const settleUnique = async (
  context: Context,
  tx: Transaction,
  object: ObjectType,
  { before, after }: { before: Field; after: Field },
): Promise<void> => {
  if ((before.unique ?? false) === (after.unique ?? false)) return
  await requireQuiet(tx, object, before)
  if (!after.unique) return dropUniqueIndex(tx, object.id, before.id)
  requireCanBeUnique(after)
  const { values } = await findDuplicates(tx, object.id, after)
  if (values > 0)
    throw new AppError('invalid-values', { issues: [{ path: 'unique', code: 'has-duplicates', params: { count: values } }] })
  await askUnique(context, tx, object, after)
}

/** Judged on the record at hand, so it reads this object's own fields and asks for a yes or no. */
const requireReadableHere = (object: ObjectType, condition: Expression): void => {
  const fields = new Map([...object.fields, ...systemFields].map((field) => [field.name, field]))
  const { issues, type } = checkExpression(condition, {
    functions: functionRegistry,
    ...typeFields((path) => fields.get(path), fieldTypeRegistry),
  })
  const found =
    type === 'boolean'
      ? issues
      : [...issues, { path: '', code: 'type-mismatch', params: { expected: 'boolean', actual: type } }]
  if (found.length > 0)
    throw new AppError('invalid-values', {
      issues: found.map((issue) => ({ ...issue, path: ['requiredWhen', issue.path].filter(Boolean).join('.') })),
    })
}

const namesOf = (object: ObjectType): Set<string> => new Set([...object.fields, ...systemFields].map((field) => field.name))
