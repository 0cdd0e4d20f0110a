import { AppError, type ObjectType } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { objectsOf, type ConfigTree } from './config-tree.ts'

/**
 * Settings point to people, departments and places by id; in a file they stand as names, `@user:lina`,
 * `@department:总部/华东区`, `@campus:仙林校区`, which mean the same in another workspace. A text that begins with @ is doubled.
 */
const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
const namePattern = /^@([a-z][a-zA-Z0-9]*):(.+)$/su

type Walk = (text: string) => unknown

/** The tree with every text in it replaced; keys stay. */
export const mapTexts = (value: unknown, walk: Walk): unknown => {
  if (typeof value === 'string') return walk(value)
  if (Array.isArray(value)) return value.map((member) => mapTexts(member, walk))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts(member, walk)]))
}

const standIn = /^00000000-0000-7000-8000-([0-9a-f]{12})$/

/**
 * Some settings insist on an id where a file has a name. To check such an item its names are exchanged for ids that nobody
 * has, and back again afterwards.
 *
 * @example withStandIns({ userId: '@user:lina' }, (item) => webhookSchema.parse(item)) // { userId: '@user:lina', … }
 */
export const withStandIns = <T>(value: unknown, check: (value: unknown) => T): T => {
  const names: string[] = []
  const numbered = mapTexts(value, (text) =>
    namePattern.test(text) ? `00000000-0000-7000-8000-${(names.push(text) - 1).toString(16).padStart(12, '0')}` : text,
  )
  return mapTexts(check(numbered), (text) => names[Number.parseInt(standIn.exec(text)?.[1] ?? '', 16)] ?? text) as T
}

const textsOf = (value: unknown, is: (text: string) => boolean): string[] => {
  const found = new Set<string>()
  mapTexts(value, (text) => (is(text) ? found.add(text) : undefined))
  return [...found]
}

/** What tells records of an object apart for people: colleagues their login, departments their way from the root. */
const nameColumn = (object: ObjectType): string | undefined =>
  object.fields.find((field) => field.name === (object.name === 'user' ? 'login' : object.titleField))?.id

const columnOf = (object: ObjectType, name: string): string | undefined =>
  object.fields.find((field) => field.name === name)?.id

interface Named {
  id: string
  name: string
}

/** Every record of an object under its name; of an object with few records only: people, departments, places. */
const namesIn = async (
  db: Queryable,
  object: ObjectType,
  filter: { ids: string[] } | { names: string[] },
): Promise<Named[]> => {
  const column = nameColumn(object)
  if (!column) return []
  const parent = columnOf(object, 'parent')
  if (object.name === 'department' && parent) {
    const rows = await db.query<Named>(
      `WITH RECURSIVE tree AS (
         SELECT id, ${column} AS name FROM w.${object.id} WHERE ${parent} IS NULL AND deleted_at IS NULL
         UNION ALL SELECT d.id, tree.name || '/' || d.${column} FROM w.${object.id} d JOIN tree ON d.${parent} = tree.id WHERE d.deleted_at IS NULL)
       SELECT id, name FROM tree ORDER BY id`,
    )
    return rows.filter(({ id, name }) => ('ids' in filter ? filter.ids.includes(id) : filter.names.includes(name)))
  }
  const [condition, values] =
    'ids' in filter ? ['id = ANY($1::uuid[])', filter.ids] : [`${column} = ANY($1::text[])`, filter.names]
  return db.query<Named>(
    `SELECT id, ${column}::text AS name FROM w.${object.id} WHERE ${condition} AND deleted_at IS NULL AND ${column} IS NOT NULL ORDER BY id`,
    [values],
  )
}

/** The tree with ids of records as names. An id that nothing answers to, or whose name is not its own alone, stays an id. */
export const nameRecords = async (db: Queryable, tree: ConfigTree): Promise<ConfigTree> => {
  const ids = textsOf(tree, isId)
  const names = new Map<string, string>()
  if (ids.length > 0)
    for (const object of Object.values(objectsOf(tree))) {
      const found = await namesIn(db, object, { ids })
      const alike = await namesIn(db, object, { names: found.map(({ name }) => name) })
      const isOwn = (name: string): boolean => alike.filter((one) => one.name === name).length === 1
      for (const { id, name } of found) if (isOwn(name)) names.set(id, `@${object.name}:${name}`)
    }
  return mapTexts(tree, (text) => names.get(text) ?? (text.startsWith('@') ? `@${text}` : text)) as ConfigTree
}

/** A name in a file that stands for a record. */
export interface RecordName {
  token: string
  object: string
  name: string
}

export const recordNamesIn = (value: unknown): RecordName[] =>
  textsOf(value, (text) => namePattern.test(text)).map((token) => {
    const [, object = '', name = ''] = namePattern.exec(token) ?? []
    return { token, object, name }
  })

/** Ids of the records that names stand for; a name without exactly one record is not among them. */
export const findNamedRecords = async (
  db: Queryable,
  objects: Readonly<Record<string, ObjectType>>,
  wanted: readonly RecordName[],
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>()
  for (const [objectName, group] of Map.groupBy(wanted, (one) => one.object)) {
    const object = objects[objectName]
    if (!object) continue
    const rows = await namesIn(db, object, { names: group.map((one) => one.name) })
    for (const { token, name } of group) {
      const found = rows.filter((row) => row.name === name)
      if (found.length === 1 && found[0]) ids.set(token, found[0].id)
    }
  }
  return ids
}

/** The tree with names as ids again; those that `ids` does not know are refused with the place where they stand. */
export const resolveNames = (tree: ConfigTree, ids: ReadonlyMap<string, string>): ConfigTree => {
  const issues = Object.entries(tree).flatMap(([kind, items]) =>
    Object.entries(items ?? {}).flatMap(([id, item]) =>
      recordNamesIn(item)
        .filter(({ token }) => !ids.has(token))
        .map(({ token }) => ({ path: `/${kind}/${id}`, code: 'unknown-name', params: { name: token } })),
    ),
  )
  if (issues.length > 0) throw new AppError('invalid-values', { issues: issues.slice(0, 50) })
  return mapTexts(tree, (text) => ids.get(text) ?? (text.startsWith('@@') ? text.slice(1) : text)) as ConfigTree
}
