import {
  authoriseRecordQuery,
  AppError,
  recordQuerySchema,
  typeAndSettingsOf,
  type AuthorisedRecordQuery,
  type CrmRecord,
  type Locale,
  type RecordQueryInput,
  type ResolvedField,
  type Value,
} from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Queryable, Row } from '../../database/database.ts'
import { COUNT_CAP, compileCount, compileRecordQuery } from '../../query/compile-record-query.ts'
import { writeCursor } from '../../query/cursor.ts'
import type { Context } from '../workspace/workspace.ts'
import { valueFromRow } from './record-queries.ts'

/** Titles asked for at once: as many as one list in a condition may name. */
const MOST_TITLES = 1_000

export interface RecordPage {
  records: CrmRecord[]
  /** Titles of the records and people that the values point to, as far as this reader may know them. */
  refs: Record<string, string>
  next?: string
  count?: { value: number; capped: boolean }
}

export const authoriseContext = (context: Context) => ({
  snapshot: context.workspace.config.current,
  access: context.access,
  fieldTypes: fieldTypeRegistry,
})

/** A page of records: the one read behind lists, boards, pickers and exports. */
export const findRecords = async (
  context: Context,
  input: RecordQueryInput,
  db: Queryable = context.workspace.db,
): Promise<RecordPage> => {
  const parsed = recordQuerySchema.safeParse(input)
  if (!parsed.success)
    throw new AppError('invalid-query', { details: { reason: parsed.error.issues[0]?.path.join('.') ?? '' } })
  const authorised = authoriseRecordQuery(parsed.data, authoriseContext(context))
  const time = { now: context.now, timeZone: context.workspace.config.current.timeZone }
  const page = compileRecordQuery(authorised, time)
  const counting = parsed.data.count === 'none' ? undefined : compileCount(authorised, time)
  const [rows, counted] = await Promise.all([
    db.query(page.text, page.params),
    counting && db.query<{ count: number }>(counting.text, counting.params),
  ])
  const records = rows.slice(0, parsed.data.limit).map((row) => presentRow(authorised, row))
  const last = rows.length > parsed.data.limit ? rows[parsed.data.limit - 1] : undefined
  const total = counted?.[0]?.count
  return {
    records,
    refs: await titlesOf(context, authorised.select, records, db),
    ...(last ? { next: writeCursor({ id: String(last['id']), values: keyValues(last) }) } : {}),
    ...(total === undefined
      ? {}
      : {
          count:
            parsed.data.count === 'exact'
              ? { value: total, capped: false }
              : { value: Math.min(total, COUNT_CAP), capped: total > COUNT_CAP },
        }),
  }
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

const keyValues = (row: Row): Value[] =>
  Object.keys(row)
    .filter((name) => /^k\d+$/.test(name))
    .map((name) => row[name] as Value)

const presentRow = (authorised: AuthorisedRecordQuery, row: Row): CrmRecord => ({
  id: String(row['id']),
  rev: Number(row['rev']),
  values: Object.fromEntries(
    authorised.select.map((resolved, index) => [
      resolved.path,
      presentValue(resolved, row[`c${index}`], resolved.masked || row[`r${index}`] === false),
    ]),
  ),
})

/** The value as this reader may have it: masked where the right says so. */
const presentValue = ({ field }: ResolvedField, raw: unknown, masked: boolean): Value => {
  const value = valueFromRow(field, raw)
  if (value === null || !masked) return value
  return typeAndSettingsOf(field, fieldTypeRegistry).type.mask?.(value) ?? '***'
}

/** Titles for what relations point to: colleagues from memory, other records by one query an object, with its rights. */
const titlesOf = async (
  context: Context,
  select: ResolvedField[],
  records: CrmRecord[],
  db: Queryable,
): Promise<Record<string, string>> => {
  const refs: Record<string, string> = {}
  const wanted = new Map<string, Set<string>>()
  for (const { field, path, masked } of select) {
    const type = fieldTypeRegistry[field.type]
    if (!type?.isRelation || masked) continue
    const object = String(field.settings['object'] ?? field.type)
    const ids = wanted.get(object) ?? new Set<string>()
    for (const record of records) if (typeof record.values[path] === 'string') ids.add(record.values[path])
    wanted.set(object, ids)
  }
  for (const [object, ids] of wanted) Object.assign(refs, await titlesOfObject(context, object, [...ids], db))
  return refs
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
