import { AppError, must, type AuthorisedRecordQuery, type FieldInfo, type ResolvedField, type ValueType } from '@jieli/core'
import { fieldTypeRegistry } from '../registries.ts'
import { Bindings, type Statement } from './bindings.ts'
import { SourceCompiler, type QueryTime } from './compile-source.ts'
import { readCursor } from './cursor.ts'
import { beyondSql, orderSql, type SortKey } from './keyset.ts'

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
  const source = new SourceCompiler(authorised, bindings, time)
  const columns = authorised.select.flatMap((resolved, index) => {
    const isReadable = source.isReadable(resolved)
    return [`${source.shown(resolved)} AS c${index}`, ...(isReadable === undefined ? [] : [`${isReadable} AS r${index}`])]
  })
  const keys = sortKeys(authorised, source)
  const { after, before, limit, deleted } = authorised.query
  if (after !== undefined && before !== undefined) throw new AppError('invalid-query', { details: { reason: 'before' } })
  const [cursor, reversed] = [before ?? after, before !== undefined]
  const types = keys.map((key) => key.type)
  const conditions = [
    source.rows(deleted),
    ...filters(authorised, source),
    ...(cursor === undefined ? [] : [beyondSql(readCursor(cursor, types), keys, { alias: 't', reversed, bindings })]),
  ]
  const text = `SELECT ${['t.id', 't.rev', ...columns, ...keys.map((key, index) => `${key.sql} AS k${index}`)].join(', ')}
FROM ${source.from()}
WHERE ${conditions.join('\n  AND ')}
ORDER BY ${orderSql(keys, 't', reversed)}
LIMIT ${bindings.bindAs(limit + 1, 'int')}`
  return { text, params: bindings.params }
}

/** How many there are, up to the cap or all when `exact`; and what a number of theirs sums up to. */
export const compileCount = (
  authorised: AuthorisedRecordQuery,
  time: QueryTime,
  { sum, bindings = new Bindings() }: { sum?: string | undefined; bindings?: Bindings } = {},
): Statement => {
  const source = new SourceCompiler(authorised, bindings, time)
  const summed = sum === undefined ? undefined : source.value({ field: sum }, ['number'])
  const where = [source.rows(authorised.query.deleted), ...filters(authorised, source)].join('\n  AND ')
  const body = `FROM ${source.from()}\nWHERE ${where}`
  const text =
    authorised.query.count === 'exact'
      ? `SELECT count(*)::int AS count${summed ? `, sum(${summed}) AS sum` : ''} ${body}`
      : `SELECT count(*)::int AS count${summed ? ', sum(value) AS sum' : ''} FROM (SELECT ${summed ?? '1'} AS value ${body} LIMIT ${COUNT_CAP + 1}) capped`
  return { text, params: bindings.params }
}

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
    ? { path: 'createdAt', field, hops: [], masked: false, readable: undefined, shown: undefined }
    : undefined
}

const valueTypeOf = (field: FieldInfo): ValueType => fieldTypeRegistry[field.type]?.valueType ?? 'any'
