import { AppError, systemFields, type Field, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeConfig } from '../config/change-config.ts'
import { askUnique } from '../unique/ask-unique.ts'
import type { Context } from '../workspace/workspace.ts'
import { begin, requireQuiet } from './conversion/start-conversion.ts'
import { getObjectImpact, usesIn } from './field-impact.ts'
import { fieldOf, lockObject, requireConfigure } from './lock-object.ts'
import { mergeWithin } from './merge-options.ts'
import { dropUniqueIndex } from './object-tables.ts'
import { findRecycled, forgetRecycled, lockRecycled, recycle, type RecycledEntry } from './recycle.ts'
import { writeObjects } from './write-objects.ts'
import { whenFree } from './when-free.ts'

/** Takes a field out of use for 30 days, then for good. Refused while a condition, a rule or a formula rests on it. */
export const removeField = async (context: Context, objectName: string, fieldName: string): Promise<{ recycledId: string }> => {
  requireConfigure(context)
  const recycledId = await whenFree(context, async (tx) => {
    const object = await lockObject(tx, objectName)
    const field = fieldOf(object, fieldName)
    requireRemovable(context, object, field)
    await requireQuiet(tx, object, field)
    // What the column keeps for 30 days must not refuse a record that comes back meanwhile.
    if (field.unique) await dropUniqueIndex(tx, object.id, field.id)
    const rest = object.fields.filter((other) => other !== field)
    await writeConfig(context, tx, [{ kind: 'object', id: object.name, item: { ...object, fields: rest } }])
    return recycle(context, tx, { kind: 'field', why: 'deleted', object: object.name, definition: field })
  })
  await context.workspace.config.refresh()
  return { recycledId }
}

const refusal = (code: string, params?: Record<string, string>): AppError =>
  new AppError('invalid-values', { issues: [{ path: 'field', code, ...(params ? { params } : {}) }] })

const requireRemovable = (context: Context, object: ObjectType, field: Field): void => {
  const { stageField, titleField, partOf } = object
  const isHeld = [stageField, titleField, partOf?.relation, partOf?.position].includes(field.name)
  if (field.readOnly || field.identifies || isHeld) throw refusal('field-is-fixed')
  const uses = usesIn(context, object.name, field.name).filter(({ how }) => how === 'decides')
  if (uses.length > 0) throw refusal('field-decides', { uses: uses.map(({ label }) => label).join('、') })
}

/** Takes an object out of use, its table and all. The platform's own objects stay, and those that others point to. */
export const removeObject = async (context: Context, objectName: string): Promise<{ recycledId: string }> => {
  requireConfigure(context)
  const { uses } = await getObjectImpact(context, objectName)
  const deciding = uses.filter(({ how }) => how === 'decides')
  const recycledId = await whenFree(context, async (tx) => {
    const object = await lockObject(tx, objectName)
    if (object.isStandard) throw refusal('object-is-standard')
    if (deciding.length > 0) throw refusal('field-decides', { uses: deciding.map(({ label }) => label).join('、') })
    await writeConfig(context, tx, [{ kind: 'object', id: object.name, item: null }])
    return recycle(context, tx, { kind: 'object', why: 'deleted', object: object.name, definition: object })
  })
  await context.workspace.config.refresh()
  return { recycledId }
}

/** What was deleted or converted and may come back, newest first. */
export const findRemoved = async (context: Context): Promise<RecycledEntry[]> => {
  requireConfigure(context)
  return findRecycled(context.workspace.db)
}

/**
 * Brings back a field or an object with everything it held. A converted field goes back by a job of its own, which keeps what
 * was written since. Gives that job's id.
 */
export const restoreRemoved = async (context: Context, id: string): Promise<{ jobId?: string }> => {
  requireConfigure(context)
  const jobId = await whenFree(context, async (tx) => {
    const entry = await lockRecycled(tx, id)
    if (!entry) throw new AppError('not-found')
    if (entry.kind === 'object') return restoreObject(context, tx, entry)
    if (entry.why === 'split') return putTogether(context, tx, entry)
    const object = await lockObject(tx, entry.object)
    return entry.why === 'converted' ? convertBack(context, tx, entry, object) : restoreField(context, tx, entry, object)
  })
  await context.workspace.config.refresh()
  return jobId === undefined ? {} : { jobId }
}

const restoreObject = async (context: Context, tx: Transaction, entry: RecycledEntry): Promise<undefined> => {
  const taken = await tx.query(`SELECT 1 FROM w.config_item WHERE kind = 'object' AND id = $1`, [entry.object])
  if (taken.length > 0) throw refusal('name-taken')
  await writeObjects(context, tx, [entry.definition as ObjectType])
  await forgetRecycled(tx, entry.id)
  return undefined
}

const restoreField = async (
  context: Context,
  tx: Transaction,
  entry: RecycledEntry,
  object: ObjectType,
): Promise<undefined> => {
  const field = entry.definition as Field
  const taken = new Set([...object.fields, ...systemFields].map(({ name }) => name))
  let { name } = field
  for (let number = 2; taken.has(name); number++) name = `${field.name}${number}`
  const restored = { ...field, name }
  if (restored.unique) await askUnique(context, tx, object, restored)
  await writeObjects(context, tx, [{ ...object, fields: [...object.fields, restored] }])
  await forgetRecycled(tx, entry.id)
  return undefined
}

/** The new options go back into the one that they were taken from, in every record that holds them by now. */
const putTogether = async (context: Context, tx: Transaction, entry: RecycledEntry): Promise<string> => {
  const { name, split } = entry.definition as Field & { split: { from: string; into: string[] } }
  await forgetRecycled(tx, entry.id)
  return mergeWithin(context, tx, { objectName: entry.object, fieldName: name, from: split.into, to: split.from })
}

/** Only the newest change of a field can be undone: what came before it is undone after it. */
const convertBack = async (context: Context, tx: Transaction, entry: RecycledEntry, object: ObjectType): Promise<string> => {
  const before = entry.definition as Field
  const field = fieldOf(object, before.name)
  const newer = (await findRecycled(tx)).find(
    (other) => other.why === 'converted' && other.object === object.name && (other.definition as Field).name === before.name,
  )
  if (newer?.id !== entry.id) throw refusal('undo-newer-first')
  return begin(context, tx, { object, field, to: before, recycledId: entry.id })
}
