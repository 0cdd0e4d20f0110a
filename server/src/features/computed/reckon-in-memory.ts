import { prepareExpression, typeAndSettingsOf, typeFields, type FieldInfo, type ObjectInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import type { Applied, StoredRecord } from '../records/change.ts'
import type { Context } from '../workspace/workspace.ts'
import { fitResult } from './fit-result.ts'
import { pathOf, readAlong } from './read-along.ts'

/**
 * Completes what is about to be written with the values that follow from it: from the record's own fields and from what it
 * points to, inner ones first. They are written by the same statement and told by the same event. What asks of children is
 * reckoned once the record is there; a new one has none.
 */
export const reckonInMemory = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  applied: readonly Applied[],
): Promise<Applied[]> => {
  const written = applied.filter((one) => one.changed && (one.action === 'create' || one.action === 'update'))
  const fields = dueFields(context, info, written)
  if (fields.length === 0) return [...applied]
  const along = await readAlong(context, tx, fields, (relation) =>
    written.flatMap(({ after }) => idIn(ownValue(context, after, relation))),
  )
  return applied.map((one) => {
    if (!written.includes(one)) return one
    const after: StoredRecord = { ...one.after, values: { ...one.after.values } }
    const own = (name: string): Value => ownValue(context, after, name)
    for (const field of fields) {
      if (one.action !== 'create' && field.computed?.asksChildren) continue
      const value = reckon(context, field, (path) => (path.includes('.') ? along.read(path, own) : own(path)))
      if (value !== null || one.action === 'update') after.values[field.name] = value
    }
    return { ...one, after }
  })
}

/** Those of which something changed that they read, and what follows from them: in the order they are to be reckoned. */
const dueFields = (context: Context, info: ObjectInfo, written: readonly Applied[]): FieldInfo[] => {
  const kept = context.workspace.config.current.computations.kept(info.name)
  if (kept.length === 0 || written.length === 0) return []
  if (written.some((one) => one.action === 'create')) return [...kept]
  const touched = new Set([...written.flatMap(changedNames), ...movedByEveryWrite])
  return kept.filter((field) => {
    const isDue =
      !field.computed?.asksChildren &&
      (field.computed?.reads ?? []).some(({ way, field: read }) => way.length === 0 && touched.has(read.name))
    if (isDue) touched.add(field.name)
    return isDue
  })
}

const movedByEveryWrite = ['rev', 'updatedAt', 'updatedBy']

/** The names of the fields that an update changes, of the system ones too. */
export const changedNames = ({ before, after }: Applied): string[] => [
  ...Object.keys(after.values).filter((name) => !isSame(before?.values[name] ?? null, after.values[name] ?? null)),
  ...(before?.ownerId !== after.ownerId ? ['owner'] : []),
  ...(before?.departmentPath !== after.departmentPath ? ['department'] : []),
]

const isSame = (a: Value, b: Value): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** A field of the record as it is about to stand. */
const ownValue = (context: Context, record: StoredRecord, name: string): Value => {
  switch (name) {
    case 'id':
      return record.id
    case 'rev':
      return record.rev
    case 'createdAt':
      return record.createdAt
    case 'createdBy':
      return record.createdBy
    case 'updatedAt':
      return context.now
    case 'updatedBy':
      return context.access.userId
    case 'owner':
      return record.ownerId
    case 'department':
      return record.departmentPath
    default:
      return record.values[name] ?? null
  }
}

const idIn = (value: Value): string[] => (typeof value === 'string' ? [value] : [])

/** Functions are looked up and types found once per definition. */
const prepared = new WeakMap<FieldInfo, ReturnType<typeof prepareExpression>>()

const preparedFor = (field: FieldInfo): ReturnType<typeof prepareExpression> => {
  const known = prepared.get(field)
  if (known) return known
  const { expression = { value: null }, reads = [] } = field.computed ?? {}
  const fields = new Map(reads.map((read) => [pathOf(read), read.field]))
  const typing = typeFields((path) => fields.get(path), fieldTypeRegistry)
  const made = prepareExpression(expression, { functions: functionRegistry, ...typing })
  prepared.set(field, made)
  return made
}

const reckon = (context: Context, field: FieldInfo, read: (path: string) => Value): Value => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const value = preparedFor(field)({
    read,
    children: () => [],
    context: {
      now: context.now,
      timeZone: context.workspace.config.current.timeZone,
      userId: context.access.userId,
    },
  })
  return fitResult(value, type.column(settings))
}
