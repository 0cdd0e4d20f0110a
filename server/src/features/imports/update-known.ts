import { must, type ObjectInfo, type Value } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'
import { applyChange } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import type { RowGroup } from './group-rows.ts'
import type { RowResult } from './import-queries.ts'
import { givenValuesOf, resultOf } from './row-result.ts'

/** As many ids as one condition may name. */
const AT_ONCE = 1_000

/**
 * Writes what rows say over the records they mean, with the importer's own rights: fields they may not change stay, records
 * they may not see are left alone. Blank cells change nothing.
 */
export const updateKnown = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  groups: readonly RowGroup[],
): Promise<RowResult[]> => {
  const visible = await visibleRecords(
    context,
    tx,
    info,
    groups.flatMap((group) => [...group.recordIds]),
  )
  const ready: { id: string; group: RowGroup }[] = []
  const results: RowResult[] = []
  const taken = new Set<string>()
  for (const group of groups) {
    const id = must([...group.recordIds][0])
    const why = group.recordIds.size > 1 || taken.has(id) ? 'several-customers' : visible.has(id) ? undefined : 'already-here'
    if (why === undefined) ready.push({ id, group })
    else
      results.push(
        ...group.rows.map((row) =>
          resultOf(row, why === 'already-here' ? 'skipped' : 'failed', null, [{ path: '', code: why }]),
        ),
      )
    taken.add(id)
  }
  const applied = await applyChange(context, tx, {
    object: info.name,
    isClean: true,
    operations: ready.map(({ id, group }) => ({
      action: 'update',
      id,
      values: writable(context, info, givenValuesOf(group.rows)),
    })),
  })
  for (const [index, { id, group }] of ready.entries())
    for (const row of group.rows) results.push({ ...resultOf(row, 'updated', id), eventId: applied[index]?.eventId ?? null })
  return results
}

/** A number that the importer may bring with new customers but not change is what the record was found by; it stays. */
const writable = (context: Context, info: ObjectInfo, values: Record<string, Value>): Record<string, Value> => {
  const rights = context.access.object(info)
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const field = info.fields.get(name)
      return field && !field.readOnly && rights && rights.rowsWith(field, 'write')?.length !== 0
    }),
  )
}

const visibleRecords = async (
  context: Context,
  db: Queryable,
  info: ObjectInfo,
  ids: readonly string[],
): Promise<Set<string>> => {
  const visible = new Set<string>()
  const all = [...new Set(ids)]
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: all.slice(from, from + AT_ONCE) }] }
    const page = await findRecords(context, { object: info.name, select: ['id'], where, limit: AT_ONCE }, db)
    for (const record of page.records) visible.add(record.id)
  }
  return visible
}
