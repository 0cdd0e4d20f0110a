import { AppError, systemAccess, type FieldInfo, type Issue, type ObjectInfo, type Value } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation, StoredRecord } from './change.ts'
import { findRecords, idsIn } from './find-records.ts'

/** As many ids as one condition may name. */
const MOST_IDS = 1_000

interface Writing {
  operations: readonly Operation[]
  /** The records as they are, locked. */
  current: ReadonlyMap<string, StoredRecord>
}

/**
 * Lists of records, as written by somebody who may not see all that is in them. What they leave out of what they see goes;
 * what they cannot see stays, behind the rest. What they add must be there and be theirs to see: a record that is hidden is
 * answered like one that does not exist. One query for each object pointed to, and none where no list is written.
 */
export const keepHiddenLinks = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { operations, current }: Writing,
): Promise<readonly Operation[]> => {
  const fields = [...info.fields.values()].filter((field) => pointsToMany(field) && isWritten(field, operations))
  if (fields.length === 0) return operations
  const known = await knownIds(context, tx, fields, { operations, current })
  const issues: Issue[] = []
  const kept = operations.map((operation, index) => {
    if (!('values' in operation)) return operation
    const lists = fields
      .filter(({ name }) => Object.hasOwn(operation.values, name))
      .map(({ name }): [string, Value] => {
        const before = operation.id === undefined ? [] : idsIn(current.get(operation.id)?.values[name])
        const wanted = idsIn(operation.values[name] as Value)
        if (wanted.some((id) => !known.has(id)))
          issues.push({
            path: operations.length === 1 ? name : `${index}.${name}`,
            code: 'no-such-record',
            params: { value: '' },
          })
        const list = [...wanted, ...before.filter((id) => !known.has(id))]
        return [name, list.length === 0 ? null : list]
      })
    return { ...operation, values: { ...operation.values, ...Object.fromEntries(lists) } }
  })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  return kept
}

const pointsToMany = ({ type, system }: FieldInfo): boolean =>
  !system && fieldTypeRegistry[type]?.isRelation === true && fieldTypeRegistry[type].valueType === 'list'

const isWritten = ({ name }: FieldInfo, operations: readonly Operation[]): boolean =>
  operations.some((operation) => 'values' in operation && Object.hasOwn(operation.values, name))

/** Of all ids that stand in the lists before and after, those of records that the writer may know. */
const knownIds = async (
  context: Context,
  tx: Transaction,
  fields: readonly FieldInfo[],
  { operations, current }: Writing,
): Promise<Set<string>> => {
  const wanted = new Map<string, Set<string>>()
  for (const { name, settings, type } of fields) {
    const object = String(settings['object'] ?? type)
    const ids = wanted.get(object) ?? new Set<string>()
    for (const operation of operations) {
      if (!('values' in operation) || !Object.hasOwn(operation.values, name)) continue
      const before = operation.id === undefined ? undefined : current.get(operation.id)?.values[name]
      for (const id of [...idsIn(before), ...idsIn(operation.values[name] as Value)]) ids.add(id)
    }
    wanted.set(object, ids)
  }
  const known = new Set<string>()
  for (const [object, ids] of wanted) for (const id of await knownOf(context, tx, object, [...ids])) known.add(id)
  return known
}

/** Who works here and in which departments everybody knows; other records are known to who may read them. */
const knownOf = async (context: Context, tx: Transaction, object: string, ids: readonly string[]): Promise<string[]> => {
  const info = context.workspace.config.current.objects.get(object)
  const isDirectory = object === 'user' || object === 'department'
  const reader: Context = isDirectory ? { ...context, access: { ...systemAccess, userId: context.access.userId } } : context
  if (!info || (reader.access.object(info)?.read.length ?? 0) === 0) return []
  const known: string[] = []
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const some = ids.slice(from, from + MOST_IDS)
    const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: some }] }
    const page = await findRecords(reader, { object, select: ['id'], where, limit: some.length }, tx)
    known.push(...page.records.map(({ id }) => id))
  }
  return known
}
