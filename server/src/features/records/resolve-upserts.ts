import {
  AppError,
  identitiesOf,
  must,
  typeAndSettingsOf,
  type FieldInfo,
  type Issue,
  type ObjectInfo,
  type Value,
} from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation } from './change.ts'
import { findHolders, keysOfValues } from '../unique/find-clashes.ts'
import { holdersOf } from './identity-queries.ts'

/** What a client's program asks for in a batch. */
export type BatchOperation =
  | { action: 'create'; values: Record<string, unknown> }
  | { action: 'update'; id: string; rev?: number | undefined; values: Record<string, unknown> }
  | { action: 'delete'; id: string; rev?: number | undefined }
  | { action: 'restore'; id: string }
  | { action: 'upsert'; by: string; values: Record<string, unknown> }

type Upsert = BatchOperation & { action: 'upsert' }

/**
 * Turns upserts into updates of the records that hold the value, and creations for the rest; one query for the whole batch.
 * Who asks finds records also outside their rows; writing them is refused later, as a creation would be.
 */
export const resolveUpserts = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  operations: readonly BatchOperation[],
): Promise<Operation[]> => {
  const issues: Issue[] = []
  const keys = operations.map((operation, index) =>
    operation.action === 'upsert' ? keyOf(context, info, operation, { index, issues }) : undefined,
  )
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  const wanted = keys.filter((key) => key !== undefined)
  if (wanted.length === 0) return operations.map((operation) => asOperation(operation as Exclude<BatchOperation, Upsert>))
  const holders = new Map(
    [
      ...(await holdersOf(
        tx,
        info.name,
        wanted.filter(({ unique }) => !unique),
      )),
      ...(await holdersOfUnique(tx, info, wanted)),
    ].map((one) => [nameOf(one), one.recordId]),
  )
  const resolved = operations.map((operation, index): Operation => {
    if (operation.action !== 'upsert') return asOperation(operation)
    const key = must(keys[index])
    const id = holders.get(nameOf(key))
    return id === undefined
      ? { action: 'create', values: operation.values }
      : { action: 'update', id, values: operation.values }
  })
  requireEachOnce(resolved, keys)
  return resolved
}

/** A revision that was not sent is not there, rather than there and undefined. */
const asOperation = (operation: Exclude<BatchOperation, Upsert>): Operation => {
  if (operation.action === 'create' || operation.action === 'restore') return operation
  const { rev, ...rest } = operation
  return rev === undefined ? rest : { ...rest, rev }
}

interface Key {
  kind: string
  value: string
  /** Set when the field does not identify but may not repeat: what was asked for, as it is stored. */
  unique?: { field: FieldInfo; value: Value }
}

const nameOf = ({ kind, value }: Pick<Key, 'kind' | 'value'>): string => `${kind} ${value}`

/** Who holds values of unique fields; the keys get the name under which the database compares them. */
const holdersOfUnique = async (
  tx: Transaction,
  info: ObjectInfo,
  keys: readonly Key[],
): Promise<{ kind: string; value: string; recordId: string }[]> => {
  const found: { kind: string; value: string; recordId: string }[] = []
  for (const [field, own] of Map.groupBy(keys, ({ unique }) => unique?.field)) {
    if (!field) continue
    const values = own.map(({ unique }) => unique?.value ?? null)
    const names = await keysOfValues(tx, field, values)
    for (const [index, key] of own.entries()) key.value = must(names[index])
    for (const [index, recordId] of await findHolders(tx, info, field, values))
      found.push({ kind: field.name, value: must(names[index]), recordId })
  }
  return found
}

/** The key of the field that the upsert goes by: one that identifies, or one whose values may not repeat. */
const keyOf = (
  context: Context,
  info: ObjectInfo,
  { by, values }: Upsert,
  place: { index: number; issues: Issue[] },
): Key | undefined => {
  const report = (path: string, code: Issue['code'], params: Record<string, string | number> = {}): undefined =>
    void place.issues.push({ path: `${place.index}.${path}`, code, params })
  const field = info.fields.get(by)
  const rights = context.access.object(info)
  if (!field || !rights || rights.best(field) === 'none') return report('by', 'unknown-field', { field: by })
  if (!field.identifies && !field.unique) return report('by', 'not-unique-field', { field: by })
  const value = parsed(field, values[by])
  if (value === null) return report(by, 'required')
  if (!field.identifies) return { kind: field.name, value: String(value), unique: { field, value } }
  const [key] = identitiesOf({ [by]: value }, info.definition, fieldTypeRegistry)
  return key ?? report(by, 'required')
}

const parsed = (field: FieldInfo, input: unknown): Value => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const result = type.parse(input, settings)
  return result.ok ? result.value : null
}

/** Neither a record that is there nor one that is to be made may be named twice: which of the two should win? */
const requireEachOnce = (operations: readonly Operation[], keys: readonly (Key | undefined)[]): void => {
  const seen = new Set<string>()
  const issues = operations.flatMap((operation, index): Issue[] => {
    const key = keys[index]
    const name = 'id' in operation && operation.id ? operation.id : key ? nameOf(key) : undefined
    if (name === undefined) return []
    if (seen.has(name)) return [{ path: String(index), code: 'named-twice' }]
    seen.add(name)
    return []
  })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
}
