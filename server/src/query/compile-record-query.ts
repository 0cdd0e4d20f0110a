import {
  AppError,
  must,
  type AuthorisedRecordQuery,
  type FieldInfo,
  type ResolvedField,
  type RowScope,
  type ValueType,
} from '@jieli/core'
import { fieldTypeRegistry } from '../registries.ts'
import { Bindings, type Statement } from './bindings.ts'
import { SourceCompiler } from './compile-source.ts'
import { readCursor } from './cursor.ts'
import { beyondSql, orderSql, type SortKey } from './keyset.ts'
import { scopeParts } from './row-scope.ts'
import type { QueryTime } from './sql-context.ts'

/** Counting stops here unless asked to be exact: people need 「1,000+」, not a full scan. */
export const COUNT_CAP = 1_000

/**
 * The statement for one page: values as `c0…`, beside those that are masked on some rows `r0…` (whether this row's may be
 * read), the sort keys as `k0…`, and one row more than asked to know if more follow.
 */
export const compileRecordQuery = (
  authorised: AuthorisedRecordQuery,
  time: QueryTime,
  bindings: Bindings = new Bindings(),
): Statement => {
  const { after, before, limit } = authorised.query
  if (after !== undefined && before !== undefined) throw new AppError('invalid-query', { details: { reason: 'before' } })
  const parts = partsOf(authorised).map((part) => compilePage(part, { time, bindings }))
  const [first, ...others] = parts
  const most = bindings.bindAs(limit + 1, 'int')
  // Each part gives its own first rows by its own index; the page is the first of them all.
  const text =
    others.length === 0
      ? `${must(first).text}\nLIMIT ${most}`
      : `SELECT * FROM (${parts.map((part) => `(${part.text}\nLIMIT ${most})`).join('\nUNION ALL\n')}) page
ORDER BY ${orderSql(must(first).keys.map(keyOfPage), 'page', before !== undefined)}
LIMIT ${most}`
  return { text, params: bindings.params }
}

/** A query in parts that no row is in twice: what the reader sees by right, and what only a share shows them. */
interface Part {
  authorised: AuthorisedRecordQuery
  /** The rows of the part before. */
  besides: RowScope[] | undefined
}

/** The bin is small and read as one. */
const partsOf = (authorised: AuthorisedRecordQuery): Part[] => {
  if (authorised.query.deleted) return [{ authorised, besides: undefined }]
  const parts = scopeParts(authorised.rows, authorised.access, authorised.object.name)
  return parts.map((rows, index) => ({ authorised: { ...authorised, rows }, besides: parts[index - 1] }))
}

interface Within {
  time: QueryTime
  bindings: Bindings
}

/** One part of a page, in order and not yet cut off. */
const compilePage = (part: Part, { time, bindings }: Within): { text: string; keys: SortKey[] } => {
  const { authorised } = part
  const { after, before } = authorised.query
  const source = new SourceCompiler(authorised, bindings, time)
  const columns = authorised.select.flatMap((resolved, index) => {
    const isReadable = source.isReadable(resolved)
    return [`${source.shown(resolved)} AS c${index}`, ...(isReadable === undefined ? [] : [`${isReadable} AS r${index}`])]
  })
  const keys = sortKeys(authorised, source)
  const [cursor, reversed] = [before ?? after, before !== undefined]
  const types = keys.map((key) => key.type)
  const conditions = [
    ...conditionsOf(part, source),
    ...(cursor === undefined ? [] : [beyondSql(readCursor(cursor, types), keys, { alias: 't', reversed, bindings })]),
  ]
  const text = `SELECT ${['t.id', 't.rev', ...columns, ...keys.map((key, index) => `${key.sql} AS k${index}`)].join(', ')}
FROM ${source.from()}
WHERE ${conditions.join('\n  AND ')}
ORDER BY ${orderSql(keys, 't', reversed)}`
  return { text, keys }
}

/** A sort key as it stands among the results of the parts. */
const keyOfPage = (key: SortKey, index: number): SortKey => ({
  ...key,
  sql: key.type === 'text' ? `page.k${index} COLLATE "C"` : `page.k${index}`,
})

/** SQL of a field's text where PostgreSQL can write it; undefined where the value itself is wanted. */
export type TextSql = (resolved: ResolvedField, sql: string) => string | undefined

/** Where a selected field stands among a row's columns. */
export interface Placed {
  at: number
  /** Where it says whether this row's may be read; undefined: rows are alike. */
  readableAt: number | undefined
  /** It comes as the text that people read, not as its value. */
  isText: boolean
}

/** A statement for a whole list, and where its fields are. */
export interface WholeList extends Statement {
  places: Placed[]
}

/**
 * The statement for everything that matches, in the list's order, to be read by a cursor: for each field selected its text
 * or its value, and beside it whether this row's may be read, where that depends on the row.
 */
export const compileWholeList = (authorised: AuthorisedRecordQuery, time: QueryTime, textSql: TextSql): WholeList => {
  const bindings = new Bindings()
  const source = new SourceCompiler(authorised, bindings, time)
  const columns: string[] = []
  const places = authorised.select.map((resolved): Placed => {
    const shown = source.shown(resolved)
    const isReadable = source.isReadable(resolved)
    // A mask is made of the value, so the text is no use where one may be needed.
    const text = resolved.masked || isReadable !== undefined ? undefined : textSql(resolved, shown)
    const at = columns.push(text ?? shown) - 1
    return { at, readableAt: isReadable === undefined ? undefined : columns.push(isReadable) - 1, isText: text !== undefined }
  })
  const keys = sortKeys(authorised, source)
  const where = [source.rows(authorised.query.deleted), ...filters(authorised, source)].join('\n  AND ')
  const text = `SELECT ${columns.join(', ')}
FROM ${source.from()}
WHERE ${where}
ORDER BY ${orderSql(keys, 't', false)}`
  return { text, params: bindings.params, places }
}

/** How many there are, up to the cap or all when `exact`; and what a number of theirs sums up to. */
export const compileCount = (
  authorised: AuthorisedRecordQuery,
  time: QueryTime,
  { sum, bindings = new Bindings() }: { sum?: string | undefined; bindings?: Bindings } = {},
): Statement => {
  const bodies = partsOf(authorised).map((part) => {
    const source = new SourceCompiler(part.authorised, bindings, time)
    const summed = sum === undefined ? '1' : source.value({ field: sum }, ['number'])
    const where = conditionsOf(part, source).join('\n  AND ')
    return `SELECT ${summed} AS value FROM ${source.from()}\nWHERE ${where}`
  })
  const cap = authorised.query.count === 'exact' ? '' : ` LIMIT ${COUNT_CAP + 1}`
  const text = `SELECT count(*)::int AS count${sum === undefined ? '' : ', sum(value) AS sum'} FROM (${bodies.join('\nUNION ALL\n')}${cap}) counted`
  return { text, params: bindings.params }
}

const conditionsOf = ({ authorised, besides }: Part, source: SourceCompiler): string[] => [
  source.rows(authorised.query.deleted),
  ...(besides ? [source.outside(besides)] : []),
  ...filters(authorised, source),
]

const filters = (authorised: AuthorisedRecordQuery, source: SourceCompiler): string[] => {
  const { where, search } = authorised.query
  return [...(where ? [`(${source.condition(where)})`] : []), ...(search?.trim() ? [source.search(search)] : [])]
}

/** New records first when nobody says otherwise. */
const sortKeys = (authorised: AuthorisedRecordQuery, source: SourceCompiler): SortKey[] => {
  const wanted = authorised.query.sort ?? []
  const created = createdAt(authorised)
  // Who may not know when records were made gets them by id.
  if (wanted.length === 0)
    return created ? [{ resolved: created, sql: 't.created_at', type: 'instant', descending: true, mayBeNull: false }] : []
  const twice = wanted.find(({ field }, index) => wanted.findIndex((other) => other.field === field) !== index)
  if (twice) throw new AppError('invalid-query', { details: { reason: twice.field } })
  return wanted.map(({ field, direction }) => {
    const resolved = must(authorised.fields.get(field), field)
    const type = valueTypeOf(resolved.field)
    const sql = source.column(resolved)
    return {
      resolved,
      sql: type === 'text' ? `${sql} COLLATE "C"` : sql,
      type,
      descending: direction === 'desc',
      mayBeNull: resolved.hops.length > 0 || resolved.readable !== undefined || !alwaysThere.has(resolved.field.column),
    }
  })
}

const alwaysThere = new Set(['id', 'rev', 'created_at', 'updated_at'])

const createdAt = (authorised: AuthorisedRecordQuery): ResolvedField | undefined => {
  const field: FieldInfo = must(authorised.object.fields.get('createdAt'))
  const rights = authorised.access.object(authorised.object)
  const right = rights?.right(field)
  return right === 'read' || right === 'write'
    ? { path: 'createdAt', field, hops: [], masked: false, covered: false, readable: undefined, shown: undefined }
    : undefined
}

const valueTypeOf = (field: FieldInfo): ValueType => fieldTypeRegistry[field.type]?.valueType ?? 'any'
