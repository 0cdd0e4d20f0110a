import { must, type ObjectInfo, type Value } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'
import { applyChange } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import { openValueLedger, type ValueLedger } from '../unique/value-ledger.ts'
import type { Context } from '../workspace/workspace.ts'
import type { RowGroup } from './group-rows.ts'
import type { RowResult, RowStatus } from './import-queries.ts'
import { refuseTaken } from './refuse-taken.ts'
import { givenValuesOf, resultOf } from './row-result.ts'

/** As many ids as one condition may name. */
const AT_ONCE = 1_000

/** A record as its rows would have it. `id`: null while a file is only looked through and an earlier part of it makes the record. */
interface Update {
  id: string | null
  group: RowGroup
  values: Record<string, Value>
}

/**
 * What rows would do to the records they mean, with the importer's own rights: fields they may not change stay, records they
 * may not see are left alone, records that would have a value which another has are refused. Blank cells change nothing.
 */
export const decideUpdates = async (
  context: Context,
  db: Queryable,
  info: ObjectInfo,
  { groups, matchBy, ledger }: { groups: readonly RowGroup[]; matchBy: string | null; ledger: ValueLedger },
): Promise<{ ready: Update[]; results: RowResult[] }> => {
  const ids = groups.flatMap((group) => [...group.recordIds])
  const visible = await visibleRecords(context, db, info, ids)
  const meant: Update[] = []
  const results: RowResult[] = []
  const taken = new Set<string>()
  for (const group of groups) {
    const [id = null, second] = group.recordIds
    if (second !== undefined || (id !== null && taken.has(id))) results.push(...left(group, 'failed', 'several-customers'))
    else if (id !== null && !visible.has(id)) results.push(...left(group, 'skipped', 'already-here'))
    else meant.push({ id, group, values: writable(context, info, givenValuesOf(group.rows)) })
    if (id !== null) taken.add(id)
  }
  const contenders = meant.map(({ id, group, values }) => ({ id, values: withoutKey(values, matchBy), taker: id ?? group }))
  const refused = await refuseTaken(context, db, info, contenders, ledger)
  for (const [index, issues] of refused)
    results.push(...must(meant[index]).group.rows.map((row) => resultOf(row, 'failed', null, issues)))
  return { ready: meant.filter((_, index) => !refused.has(index)), results }
}

/** What a record was found by is its own already. */
const withoutKey = (values: Record<string, Value>, matchBy: string | null): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== matchBy))

const left = (group: RowGroup, status: RowStatus, code: string): RowResult[] =>
  group.rows.map((row) => resultOf(row, status, null, [{ path: '', code }]))

/** Writes what rows say over the records they mean. */
export const updateKnown = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { groups, matchBy }: { groups: readonly RowGroup[]; matchBy: string | null },
): Promise<RowResult[]> => {
  const { ready, results } = await decideUpdates(context, tx, info, { groups, matchBy, ledger: openValueLedger() })
  const applied = await applyChange(context, tx, {
    object: info.name,
    isClean: true,
    operations: ready.map(({ id, values }) => ({ action: 'update', id: must(id), values })),
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
