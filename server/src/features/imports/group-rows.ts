import type { FieldInfo, ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { findRecords } from '../records/find-records.ts'
import { claimsOf, holdersOf } from '../records/identity-queries.ts'
import { findHolders, keysOfValues } from '../unique/find-clashes.ts'
import { seeingWhole } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import type { JudgedRow } from './judge-rows.ts'

/** Rows of the file that mean one record, in their order, and the records that are that already. */
export interface RowGroup {
  rows: JudgedRow[]
  /** None: it is new. More than one: the row's keys belong to different records, and nobody can say which is meant. */
  recordIds: Set<string>
}

interface Key {
  kind: string
  value: string
}

const textOfKey = (key: Key): string => `${key.kind} ${key.value}`
/** As many values as one condition may name. */
const AT_ONCE = 1_000

/**
 * Brings together the rows that mean one record, and finds that record: by what identifies, or by the field that the
 * importer chose. `seen` carries what earlier rows of the file meant when it is gone through in pieces.
 */
export const groupRows = async (
  context: Context,
  db: Queryable,
  info: ObjectInfo,
  { rows, matchBy, seen = new Map() }: { rows: readonly JudgedRow[]; matchBy: string | null; seen?: Map<string, RowGroup> },
): Promise<RowGroup[]> => {
  const field = matchBy === null ? undefined : info.fields.get(matchBy)
  const keyed = field?.unique
    ? await keyedByUnique(db, field, rows)
    : rows.map((row) => ({ row, keys: matchBy === null ? claimsOf(info, row.values, '') : keyByField(row, matchBy) }))
  const keys = keyed.flatMap(({ keys: some }) => some)
  const holders = field?.unique
    ? await uniqueHolders(db, info, field, rows, keyed)
    : matchBy === null
      ? await identityHolders(db, info, keys)
      : await fieldHolders(context, db, info, matchBy, keys)
  const groups = new Set<RowGroup>()
  for (const { row, keys: own } of keyed) {
    const texts = own.map(textOfKey)
    const group = texts.map((text) => seen.get(text)).find((one) => one !== undefined) ?? {
      rows: [],
      recordIds: new Set<string>(),
    }
    group.rows.push(row)
    groups.add(group)
    for (const text of texts) {
      if (!seen.has(text)) seen.set(text, group)
      for (const id of holders.get(text) ?? []) group.recordIds.add(id)
    }
  }
  return [...groups]
}

const keyByField = (row: JudgedRow, name: string): Key[] => {
  const value = row.values[name] ?? null
  return value === null ? [] : [{ kind: name, value: String(value) }]
}

/** Whoever holds it, seen by this person or not: two records never share what identifies them. */
const identityHolders = async (db: Queryable, info: ObjectInfo, keys: readonly Key[]): Promise<Map<string, string[]>> =>
  new Map(
    keys.length === 0 ? [] : (await holdersOf(db, info.name, keys)).map((holder) => [textOfKey(holder), [holder.recordId]]),
  )

interface KeyedRow {
  row: JudgedRow
  keys: Key[]
}

/** Rows by what the database takes for one value. */
const keyedByUnique = async (db: Queryable, field: FieldInfo, rows: readonly JudgedRow[]): Promise<KeyedRow[]> => {
  const given = rows.filter((row) => (row.values[field.name] ?? null) !== null)
  const names = await keysOfValues(
    db,
    field,
    given.map((row) => row.values[field.name] ?? null),
  )
  const nameOf = new Map(given.map((row, index) => [row, names[index]]))
  return rows.map((row) => {
    const value = nameOf.get(row)
    return { row, keys: value === undefined ? [] : [{ kind: field.name, value }] }
  })
}

/** Whoever holds it, seen by this person or not: the database would not let a second record have it. */
const uniqueHolders = async (
  db: Queryable,
  info: ObjectInfo,
  field: FieldInfo,
  rows: readonly JudgedRow[],
  keyed: readonly KeyedRow[],
): Promise<Map<string, string[]>> => {
  const holders = await findHolders(
    db,
    info,
    field,
    rows.map((row) => row.values[field.name] ?? null),
  )
  return new Map(
    [...holders].flatMap(([index, id]) => (keyed[index]?.keys ?? []).map((key) => [textOfKey(key), [id]] as const)),
  )
}

/** Among the records that this person may see. */
const fieldHolders = async (
  context: Context,
  db: Queryable,
  info: ObjectInfo,
  name: string,
  keys: readonly Key[],
): Promise<Map<string, string[]>> => {
  // The importer brings the numbers; only which records they belong to comes of it.
  const whole = seeingWhole(context)
  const holders = new Map<string, string[]>()
  const values = [...new Set(keys.map((key) => key.value))]
  for (let from = 0; from < values.length; from += AT_ONCE) {
    const where = { call: 'isOneOf', args: [{ field: name }, { value: values.slice(from, from + AT_ONCE) }] }
    let after: string | undefined
    do {
      const rest = after === undefined ? {} : { after }
      const page = await findRecords(whole, { object: info.name, select: [name], where, limit: AT_ONCE, ...rest }, db)
      for (const record of page.records) {
        const text = textOfKey({ kind: name, value: String(record.values[name]) })
        holders.set(text, [...(holders.get(text) ?? []), record.id])
      }
      after = page.next
    } while (after !== undefined)
  }
  return holders
}
