import {
  AppError,
  isSeenInPart,
  pointersIn,
  systemAccess,
  type FieldInfo,
  type Issue,
  type ObjectInfo,
  type Pointer,
  type Value,
} from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation, StoredRecord } from './change.ts'
import { findRecords } from './find-records.ts'

/** As many ids as one condition may name. */
const MOST_IDS = 1_000

interface Writing {
  operations: readonly Operation[]
  /** The records as they are, locked. */
  current: ReadonlyMap<string, StoredRecord>
}

/**
 * Fields that are seen in part, as written by somebody who may not see all that is in them. What they leave out of what they
 * see goes; what they cannot see stays: in a list behind the rest, of a link as long as no other is put in its place. What
 * they add must be there and be theirs to see: a record that is hidden is answered like one that does not exist. One query
 * for each object pointed to, and none where no such field is written.
 */
export const keepHiddenLinks = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { operations, current }: Writing,
): Promise<readonly Operation[]> => {
  const fields = [...info.fields.values()].filter(
    (field) => !field.system && isSeenInPart(field, fieldTypeRegistry) && isWritten(field, operations),
  )
  if (fields.length === 0) return operations
  const known = await knownKeys(context, tx, fields, { operations, current })
  const issues: Issue[] = []
  const kept = operations.map((operation, index) => {
    if (!('values' in operation)) return operation
    const values = fields
      .filter(({ name }) => Object.hasOwn(operation.values, name))
      .map((field): [string, Value] => {
        const before = operation.id === undefined ? [] : keysIn(field, current.get(operation.id)?.values[field.name])
        const wanted = keysIn(field, operation.values[field.name] as Value)
        if (wanted.some((key) => !known.has(key)))
          issues.push({
            path: operations.length === 1 ? field.name : `${index}.${field.name}`,
            code: 'no-such-record',
            params: { value: '' },
          })
        return [field.name, valueOf(field, [...wanted, ...before.filter((key) => !known.has(key))])]
      })
    return { ...operation, values: { ...operation.values, ...Object.fromEntries(values) } }
  })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  return kept
}

/** What of a stored value the reader may know: all of it, but of fields that are seen in part. */
export const knownPart = async (context: Context, db: Queryable, field: FieldInfo, value: Value): Promise<Value> => {
  if (!isSeenInPart(field, fieldTypeRegistry)) return value
  const known = await knownOfPointers(context, db, pointersIn(field, value, fieldTypeRegistry))
  return valueOf(
    field,
    keysIn(field, value).filter((key) => known.has(key)),
  )
}

/** A value of the field that points to these. */
const valueOf = (field: FieldInfo, keys: readonly string[]): Value =>
  fieldTypeRegistry[field.type]?.targets ? (keys[0] ?? null) : keys.length === 0 ? null : [...keys]

const keysIn = (field: FieldInfo, value: Value | undefined): string[] =>
  pointersIn(field, value, fieldTypeRegistry).map(({ key }) => key)

const isWritten = ({ name }: FieldInfo, operations: readonly Operation[]): boolean =>
  operations.some((operation) => 'values' in operation && Object.hasOwn(operation.values, name))

/** Of all that the fields point to before and after, what stands for records that the writer may know. */
const knownKeys = async (
  context: Context,
  tx: Transaction,
  fields: readonly FieldInfo[],
  { operations, current }: Writing,
): Promise<Set<string>> => {
  const pointers = fields.flatMap((field) =>
    operations.flatMap((operation) => {
      if (!('values' in operation) || !Object.hasOwn(operation.values, field.name)) return []
      const before = operation.id === undefined ? undefined : current.get(operation.id)?.values[field.name]
      return [before, operation.values[field.name] as Value].flatMap((value) => pointersIn(field, value, fieldTypeRegistry))
    }),
  )
  return knownOfPointers(context, tx, pointers)
}

const knownOfPointers = async (context: Context, db: Queryable, pointers: readonly Pointer[]): Promise<Set<string>> => {
  const known = new Set<string>()
  for (const [object, pointing] of Map.groupBy(pointers, (one) => one.object)) {
    const ids = new Set(await knownOf(context, db, object, [...new Set(pointing.map(({ id }) => id))]))
    for (const { id, key } of pointing) if (ids.has(id)) known.add(key)
  }
  return known
}

/** Who works here and in which departments everybody knows; other records are known to who may read them. */
const knownOf = async (context: Context, db: Queryable, object: string, ids: readonly string[]): Promise<string[]> => {
  const info = context.workspace.config.current.objects.get(object)
  const isDirectory = object === 'user' || object === 'department'
  const reader: Context = isDirectory ? { ...context, access: { ...systemAccess, userId: context.access.userId } } : context
  if (!info || (reader.access.object(info)?.read.length ?? 0) === 0) return []
  const known: string[] = []
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const some = ids.slice(from, from + MOST_IDS)
    const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: some }] }
    const page = await findRecords(reader, { object, select: ['id'], where, limit: some.length }, db)
    known.push(...page.records.map(({ id }) => id))
  }
  return known
}
