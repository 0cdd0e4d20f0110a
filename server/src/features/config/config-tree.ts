import { AppError, configKinds, labelSchema, textOf, type ConfigKind, type Locale, type ObjectType } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'

/** All settings: kind → id → item. Objects stand under their names, all else under its id. */
export type ConfigTree = Partial<Record<ConfigKind, Record<string, unknown>>>

export const configKindNames = Object.keys(configKinds) as ConfigKind[]

export const requireConfigure = (context: Context): void => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
}

/** Views that people keep for themselves are theirs: they are in no file, no plan, no history of the company. */
const isCompanyWide = `NOT (kind IN ('view', 'board') AND item ->> 'ownerId' IS NOT NULL)`
export const isCompanyWideChange = `NOT (kind IN ('view', 'board') AND coalesce(after, before) ->> 'ownerId' IS NOT NULL)`

interface Row {
  kind: ConfigKind
  id: string
  item: unknown
}

const treeOf = (rows: readonly Row[]): ConfigTree => {
  const tree: ConfigTree = {}
  for (const { kind, id, item } of rows) (tree[kind] ??= {})[id] = item
  return tree
}

/** The company's settings as they are. */
export const readConfigTree = async (db: Queryable): Promise<ConfigTree> =>
  treeOf(await db.query<Row>(`SELECT kind, id, item FROM w.config_item WHERE ${isCompanyWide} ORDER BY kind, id`))

/**
 * The settings as they were after a version: today's, with everything that changed since put back to what stood before its
 * first change. Costs what changed since, not what there is.
 */
export const readTreeAt = async (db: Queryable, version: number): Promise<ConfigTree> => {
  const tree = await readConfigTree(db)
  const changed = await db.query<Row>(
    `SELECT DISTINCT ON (kind, id) kind, id, before AS item FROM w.config_change
     WHERE version > $1 AND ${isCompanyWideChange} ORDER BY kind, id, version`,
    [version],
  )
  for (const { kind, id, item } of changed) {
    const items = (tree[kind] ??= {})
    if (item === null) delete items[id]
    else items[id] = item
  }
  return tree
}

/** The objects of a tree, by name. */
export const objectsOf = (tree: ConfigTree): Readonly<Record<string, ObjectType>> =>
  (tree.object ?? {}) as Record<string, ObjectType>

/** What an item is called, in the reader's language: its label or title, else its id. */
export const titleOf = (item: unknown, id: string, locale: Locale): string => {
  const { label, title } = (item ?? {}) as { label?: unknown; title?: unknown }
  const name = label ?? title
  if (typeof name === 'string') return name
  const known = labelSchema.safeParse(name)
  return known.success ? textOf(known.data, locale) : id
}
