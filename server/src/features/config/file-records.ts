import { AppError, type ObjectType } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { newId } from '../../runtime/new-id.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { objectsOf, type ConfigTree } from './config-tree.ts'
import { findNamedRecords, nameRecords, recordNamesIn, type RecordName } from './record-names.ts'

/** Records that the settings name, with as much of each as it takes to make one elsewhere: object → name → values. */
export type FileRecords = Record<string, Record<string, Record<string, unknown>>>

const departmentsFirst = (a: string, b: string): number =>
  Number(b === 'department') - Number(a === 'department') || (a < b ? -1 : a > b ? 1 : 0)

/** The named records of a tree, and the departments to which these belong in turn. */
export const describeNamedRecords = async (db: Queryable, tree: ConfigTree): Promise<FileRecords> => {
  const objects = objectsOf(tree)
  const found: FileRecords = {}
  const open = new Map(recordNamesIn({ ...tree, object: undefined }).map((one) => [one.token, one]))
  for (const one of open.values()) {
    const values = await valuesOf(db, objects, tree, one)
    ;(found[one.object] ??= {})[one.name] = values
    // Grows while it is walked: a Map gives what is added on the way.
    for (const further of recordNamesIn(values)) open.set(further.token, further)
  }
  return Object.fromEntries(
    Object.keys(found)
      .toSorted(departmentsFirst)
      .map((object) => [
        object,
        Object.fromEntries(Object.entries(found[object] ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      ]),
  )
}

/** What must be filled in, and the department it belongs to; the name itself stands before it already. */
const valuesOf = async (
  db: Queryable,
  objects: Readonly<Record<string, ObjectType>>,
  tree: ConfigTree,
  one: RecordName,
): Promise<Record<string, unknown>> => {
  const object = objects[one.object]
  const id = (await findNamedRecords(db, objects, [one])).get(one.token)
  if (!object || id === undefined || object.name === 'department') return {}
  const fields = object.fields.filter((field) => isNeeded(object, field))
  if (fields.length === 0) return {}
  const [row] = await db.query(
    `SELECT ${fields.map((field) => `${field.id} AS "${field.name}"`).join(', ')} FROM w.${object.id} WHERE id = $1`,
    [id],
  )
  const values = Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))
  return (
    (await nameRecords(db, { object: tree.object, records: values } as ConfigTree)) as { records: Record<string, unknown> }
  ).records
}

const isNeeded = (object: ObjectType, field: ObjectType['fields'][number]): boolean => {
  if (field.name === nameFieldOf(object)) return false
  const facts = fieldTypeRegistry[field.type]
  if (facts?.isRelation || facts?.targets) return field.settings['object'] === 'department'
  return field.required
}

const nameFieldOf = (object: ObjectType): string => (object.name === 'user' ? 'login' : object.titleField)

/**
 * Makes the records that a file brings along and that are not here, in the transaction of the settings, and answers the ids
 * by name. New colleagues are not active: nobody gets a lead who does not work here yet.
 */
export const makeFileRecords = async (
  context: Context,
  tx: Transaction,
  objects: Readonly<Record<string, ObjectType>>,
  records: FileRecords,
): Promise<Map<string, string>> => {
  const wanted = tokensOf(records)
  const ids = await findNamedRecords(tx, objects, wanted)
  const missing = wanted.filter(({ token }) => !ids.has(token))
  if (missing.some(({ object }) => object === 'user') && !context.access.abilities.has('manage-users'))
    throw new AppError('forbidden')
  const platform = systemContext(context.workspace, context.actor, context.now)
  for (const objectName of [...new Set(missing.map(({ object }) => object))].toSorted(departmentsFirst)) {
    const object = objects[objectName]
    if (!object) throw new AppError('unknown-object', { details: { object: objectName } })
    const group = missing
      .filter((one) => one.object === objectName)
      .toSorted((a, b) => a.name.split('/').length - b.name.split('/').length)
    for (const one of group) ids.set(one.token, newId(context.now))
    const operations = group.map((one): Operation => ({
      action: 'create',
      id: ids.get(one.token) ?? '',
      ownerId: null,
      values: valuesFor(object, one, { records, ids }),
    }))
    await applyChange(platform, tx, { object: objectName, operations })
  }
  return ids
}

/** A department stands for its whole branch: `总部/华东区` needs 总部 first. */
export const tokensOf = (records: FileRecords): RecordName[] => {
  const found = new Map<string, RecordName>()
  for (const [object, byName] of Object.entries(records))
    for (const name of Object.keys(byName)) {
      const parts = name.split('/')
      const names = object === 'department' ? parts.map((_, index) => parts.slice(0, index + 1).join('/')) : [name]
      for (const one of names) found.set(`@${object}:${one}`, { token: `@${object}:${one}`, object, name: one })
    }
  return [...found.values()]
}

const valuesFor = (
  object: ObjectType,
  { name }: RecordName,
  { records, ids }: { records: FileRecords; ids: ReadonlyMap<string, string> },
): Record<string, unknown> => {
  if (object.name === 'department') {
    const parts = name.split('/')
    return { name: parts.at(-1), parent: ids.get(`@department:${parts.slice(0, -1).join('/')}`) ?? null }
  }
  const given = Object.entries(records[object.name]?.[name] ?? {}).map(([key, value]) => [key, ids.get(String(value)) ?? value])
  return {
    [nameFieldOf(object)]: name,
    ...(object.name === 'user' ? { active: false, weight: 1 } : {}),
    ...Object.fromEntries(given),
  }
}
