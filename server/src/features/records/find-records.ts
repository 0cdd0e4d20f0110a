import {
  AppError,
  pointersIn,
  recordQuerySchema,
  typeAndSettingsOf,
  type CrmRecord,
  type Locale,
  type Pointer,
  type RecordQuery,
  type RecordQueryInput,
  type ResolvedField,
  type Value,
} from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Queryable } from '../../database/database.ts'
import { compileCount, compileRecordQuery } from '../../query/compile-record-query.ts'
import { runRead } from '../../query/run-read.ts'
import type { Context } from '../workspace/workspace.ts'
import { allowQuery } from './allow-query.ts'
import { parseQuery, queryTimeOf } from './authorise-context.ts'
import { groupRecords } from './group-records.ts'
import { presentCount, presentPage, type PagePart } from './present-page.ts'

/** Titles asked for at once: as many as one list in a condition may name. */
const MOST_TITLES = 1_000

export interface RecordPage extends PagePart {
  /** Titles of the records and people that the values point to, as far as this reader may know them. */
  refs: Record<string, string>
  count?: { value: number; capped: boolean }
  /** The figures asked for as `totals`, over all that match. */
  totals?: Record<string, Value>
}

/** A page of records: the one read behind lists, pickers and exports. */
export const findRecords = async (
  context: Context,
  input: RecordQueryInput,
  db: Queryable = context.workspace.db,
): Promise<RecordPage> => {
  const query = parseQuery(recordQuerySchema, input)
  const authorised = await allowQuery(context, query)
  context.workspace.fieldUses.note(authorised)
  const time = queryTimeOf(context)
  const [rows, counted, totals] = await Promise.all([
    runRead(db, compileRecordQuery(authorised, time)),
    query.count === 'none' ? undefined : runRead<{ count: number }>(db, compileCount(authorised, time)),
    totalsOf(context, query, db),
  ])
  const page = presentPage(authorised, rows)
  const count = counted?.[0]?.count
  return {
    ...page,
    refs: await titlesOf(context, authorised.select, page.records, db),
    ...(count === undefined ? {} : { count: presentCount(count, query.count === 'exact') }),
    ...(totals ? { totals } : {}),
  }
}

const totalsOf = async (
  context: Context,
  { object, where, search, totals, deleted }: RecordQuery,
  db: Queryable,
): Promise<Record<string, Value> | undefined> => {
  if (!totals || totals.length === 0) return undefined
  if (deleted) throw new AppError('invalid-query', { details: { reason: 'totals' } })
  const [row] = await groupRecords(context, { object, where, search, groupBy: [], measures: totals }, db)
  return row ?? {}
}

/** One record, or the one answer for missing and forbidden. */
export const getRecord = async (
  context: Context,
  object: string,
  id: string,
  { select, db }: { select?: string[] | undefined; db?: Queryable } = {},
): Promise<{ record: CrmRecord; refs: Record<string, string> }> => {
  const page = await findRecords(
    context,
    {
      object,
      where: { call: 'equals', args: [{ field: 'id' }, { value: id }] },
      limit: 1,
      ...(select ? { select } : {}),
    },
    db,
  )
  const [record] = page.records
  if (!record) throw new AppError('not-found')
  return { record, refs: page.refs }
}

/** Titles for what relations point to: colleagues from memory, other records by one query an object, with its rights. */
export const titlesOf = async (
  context: Context,
  select: readonly ResolvedField[],
  records: readonly CrmRecord[],
  db: Queryable,
): Promise<Record<string, string>> => {
  const pointers = select.flatMap(({ field, path, masked }) =>
    masked ? [] : records.flatMap(({ values }) => pointersIn(field, values[path], fieldTypeRegistry)),
  )
  return titlesOfPointers(context, pointers, db)
}

/** Titles of records that values point to, by what stands for them there: one query an object. */
export const titlesOfPointers = async (
  context: Context,
  pointers: readonly Pointer[],
  db: Queryable,
): Promise<Record<string, string>> => {
  const titles: Record<string, string> = {}
  for (const [object, pointing] of Map.groupBy(pointers, (one) => one.object)) {
    const known = await titlesOfObject(context, object, [...new Set(pointing.map(({ id }) => id))], db)
    for (const { id, key } of pointing) if (known[id] !== undefined) titles[key] = known[id]
  }
  return titles
}

/** Colleagues' and departments' names are known to everyone who works here; other titles follow the object's rights. */
export const titlesOfObject = async (
  context: Context,
  object: string,
  ids: string[],
  db: Queryable,
): Promise<Record<string, string>> => {
  const { users, departments } = context.workspace.directory.current
  const known = object === 'user' ? users : object === 'department' ? departments : undefined
  if (known) return Object.fromEntries(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)?.name ?? '']] : [])))
  const info = context.workspace.config.current.objects.get(object)
  const rights = info && context.access.object(info)
  const title = info?.fields.get(info.definition.titleField)
  if (!info || !rights || rights.read.length === 0 || !title || rights.best(title) === 'none' || ids.length === 0) return {}
  const titles: Record<string, string> = {}
  for (let from = 0; from < ids.length; from += MOST_TITLES) {
    const some = ids.slice(from, from + MOST_TITLES)
    const page = await findRecords(
      context,
      {
        object,
        select: [title.name],
        where: { call: 'isOneOf', args: [{ field: 'id' }, { value: some }] },
        limit: some.length,
      },
      db,
    )
    for (const record of page.records) titles[record.id] = String(record.values[title.name] ?? '')
  }
  return titles
}

/** A value as people read it, by its field's type. */
export const formatValue = (
  field: { name: string; type: string; settings: Record<string, unknown> },
  value: Value,
  locale: Locale = 'zh-CN',
): string => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.format(value, settings, locale)
}
