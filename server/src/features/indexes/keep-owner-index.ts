import type { FieldInfo, ObjectInfo } from '@jieli/core'
import type { Workspace } from '../workspace/workspace.ts'
import { claimOwnerIndex, findIndexColumns, markIndex, type StoredIndex } from './index-queries.ts'
import { ownerIndexColumns, ownerIndexDefinition, ownerIndexName } from './owner-index.ts'
import { leaseFrom, replaceIndex } from './replace-index.ts'

/**
 * Builds one index by owner anew whose table has got or lost an index of a field since. Tables without indexes of our making
 * have it as it was made with them. Returns whether there may be more to do.
 */
export const keepOwnerIndex = async (
  workspace: Workspace,
  stored: readonly StoredIndex[],
  isLarge: (table: string) => boolean,
): Promise<boolean> => {
  const { db, clock, config, log } = workspace
  const wanted = [...config.current.objects.values()]
    .filter((info) => !info.partOf && isLarge(info.table))
    .map((info) => ({ table: info.table, columns: ownerIndexColumns(indexedFields(info, stored)) }))
  const actual = await findIndexColumns(
    db,
    wanted.map(({ table }) => ownerIndexName(table)),
  )
  for (const { table, columns } of wanted) {
    const name = ownerIndexName(table)
    if (actual.get(name)?.join() === columns.join()) continue
    const now = clock.now()
    const use = { table, column: 'owner_id', purpose: 'owner' } as const
    if (!(await claimOwnerIndex(db, use, { now, until: leaseFrom(now) }))) continue
    const began = performance.now()
    const failure = await replaceIndex(db, name, ownerIndexDefinition(table, columns)).catch((error: Error) => error)
    if (failure instanceof Error) {
      await markIndex(db, use, { status: 'failed', reason: failure.message, now: clock.now() })
      log.warn({ index: name, reason: failure.message }, 'the index by owner could not be built anew')
      continue
    }
    await markIndex(db, use, { status: 'ready', now: clock.now() })
    log.info({ index: name, ms: Math.round(performance.now() - began) }, 'the index by owner holds other fields now')
    return true
  }
  return false
}

/** The fields of a table that have an index of their own, the oldest first: a new one moves none of the others. */
const indexedFields = (info: ObjectInfo, stored: readonly StoredIndex[]): FieldInfo[] => {
  const fields = new Map([...info.fields.values()].map((field) => [field.column, field]))
  return stored
    .filter(({ table, status }) => table === info.table && status === 'ready')
    .toSorted((a, b) => (a.builtAt ?? '').localeCompare(b.builtAt ?? ''))
    .flatMap(({ column }) => fields.get(column) ?? [])
}
