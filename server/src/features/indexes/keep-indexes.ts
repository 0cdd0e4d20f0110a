import { fieldsOf, type FieldInfo, type Snapshot } from '@jieli/core'
import type { Workspace } from '../workspace/workspace.ts'
import type { FieldUse } from './field-uses.ts'
import { indexDefinition, indexName } from './index-definition.ts'
import {
  claimIndex,
  findStoredIndexes,
  findTableSizes,
  forgetUse,
  markIndex,
  storeUses,
  type StoredIndex,
} from './index-queries.ts'
import { keepOwnerIndex } from './keep-owner-index.ts'
import { leaseFrom, replaceIndex } from './replace-index.ts'

/** A table that PostgreSQL reads whole in a few milliseconds needs no help. */
const LARGE_TABLE = 5_000
/** Asked for this often, a field is worth what its index costs every write. */
const ENOUGH_USES = 20
/** Every index is written at every change of a record: so many of our making, and no more. */
const MOST_PER_TABLE = 12
const UNUSED_MS = 30 * 86_400_000

/**
 * One look at what fields are used for: makes the index that is missing most, drops one that nobody has used for a month.
 * Both without a lock that readers or writers would wait for. Returns whether there may be more to do.
 */
export const keepIndexes = async (workspace: Workspace): Promise<boolean> => {
  const { db, clock, config, fieldUses } = workspace
  const now = clock.now()
  for (const use of usesOfViews(config.current)) fieldUses.add(use)
  await storeUses(db, fieldUses.take(), now)
  const [stored, sizes] = [await findStoredIndexes(db), await findTableSizes(db)]
  const stale = stored.find((one) => Date.parse(one.lastUsedAt) < Date.parse(now) - UNUSED_MS)
  if (stale) await dropIndex(workspace, stale)
  const viewed = new Set(usesOfViews(config.current).map(indexName))
  const isLarge = (table: string): boolean => (sizes.get(table) ?? 0) >= LARGE_TABLE
  const wanted = stored
    .filter((one) => one.status !== 'ready' && one.status !== 'failed')
    .filter((one) => isLarge(one.table) && (one.uses >= ENOUGH_USES || viewed.has(indexName(one))))
    .filter((one) => stored.filter((other) => other.table === one.table && other.status === 'ready').length < MOST_PER_TABLE)
    .toSorted((a, b) => b.uses - a.uses)
  for (const one of wanted) {
    const definition = definitionOf(config.current, one)
    if (definition === undefined) await markIndex(db, one, { status: 'failed', reason: 'no-index-serves', now })
    else if (await claimIndex(db, one, { now, until: leaseFrom(now) })) {
      await buildIndex(workspace, one, definition)
      return true
    }
  }
  // When all fields have theirs, so that it is built once for several.
  return (await keepOwnerIndex(workspace, stored, isLarge)) || stale !== undefined
}

const definitionOf = (snapshot: Snapshot, use: FieldUse): string | undefined => {
  const info = [...snapshot.objects.values()].find((one) => one.table === use.table)
  const field: FieldInfo | undefined = [...(info?.fields.values() ?? [])].find((one) => one.column === use.column)
  return field && indexDefinition(use, field)
}

/** Everyone's views are used from the day they are made. */
const usesOfViews = (snapshot: Snapshot): FieldUse[] =>
  snapshot.items('view').flatMap(({ object, where, sort, ownerId }) => {
    const info = ownerId === null ? snapshot.objects.get(object) : undefined
    if (!info) return []
    const of = (path: string, purpose: FieldUse['purpose']): FieldUse[] => {
      const field = info.fields.get(path)
      return field && field.name !== 'createdAt' && field.name !== 'owner' && field.name !== 'id'
        ? [{ table: info.table, column: field.column, purpose }]
        : []
    }
    const [first] = sort
    return [
      ...(where ? fieldsOf(where) : []).flatMap((path) => of(path, 'filter')),
      ...(first ? of(first.field, first.direction === 'desc' ? 'down' : 'up') : []),
    ]
  })

const buildIndex = async ({ db, clock, log }: Workspace, use: StoredIndex, definition: string): Promise<void> => {
  const name = indexName(use)
  const began = performance.now()
  try {
    await replaceIndex(db, name, definition)
    await markIndex(db, use, { status: 'ready', now: clock.now() })
    log.info({ index: name, ms: Math.round(performance.now() - began) }, 'a field got its index')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await markIndex(db, use, { status: 'failed', reason, now: clock.now() })
    log.warn({ index: name, reason }, 'a field got no index')
  }
}

const dropIndex = async ({ db, log }: Workspace, use: StoredIndex): Promise<void> => {
  const name = indexName(use)
  await db.runLong(`DROP INDEX CONCURRENTLY IF EXISTS w.${name}`)
  await forgetUse(db, use)
  log.info({ index: name }, 'an index that nobody used for a month is gone')
}
