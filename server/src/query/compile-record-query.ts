import { AppError, must, type AuthorisedRecordQuery, type FieldInfo, type ResolvedField, type ValueType } from '@jieli/core'
import { fieldTypeRegistry } from '../registries.ts'
import { Bindings, type Statement } from './bindings.ts'
import { SourceCompiler, type QueryTime } from './compile-source.ts'
import { readCursor, type Cursor } from './cursor.ts'

/** Counting stops here unless asked to be exact: people need 「1,000+」, not a full scan. */
export const COUNT_CAP = 1_000

interface SortKey {
  resolved: ResolvedField
  sql: string
  descending: boolean
  mayBeNull: boolean
}

/**
 * The statement for one page: values as `c0…`, beside those that are masked on some rows `r0…` (whether this row's may be
 * read), the sort keys as `k0…`, and one row more than asked to know if more follow.
 */
export const compileRecordQuery = (authorised: AuthorisedRecordQuery, time: QueryTime): Statement => {
  const bindings = new Bindings()
  const source = new SourceCompiler(authorised, bindings, time)
  const columns = authorised.select.flatMap((resolved, index) => {
    const isReadable = source.isReadable(resolved)
    return [`${source.shown(resolved)} AS c${index}`, ...(isReadable === undefined ? [] : [`${isReadable} AS r${index}`])]
  })
  const keys = sortKeys(authorised, source)
  const conditions = [source.rows(authorised.query.deleted), ...filters(authorised, source)]
  if (authorised.query.after !== undefined)
    conditions.push(
      afterSql(
        readCursor(
          authorised.query.after,
          keys.map((key) => valueTypeOf(key.resolved.field)),
        ),
        keys,
        bindings,
      ),
    )
  const order = [
    ...keys.map((key) => `${key.sql} ${key.descending ? 'DESC' : 'ASC'}${key.mayBeNull ? ' NULLS LAST' : ''}`),
    `t.id ${idDirection(keys)}`,
  ]
  const text = `SELECT ${['t.id', 't.rev', ...columns, ...keys.map((key, index) => `${key.sql} AS k${index}`)].join(', ')}
FROM ${source.from()}
WHERE ${conditions.join('\n  AND ')}
ORDER BY ${order.join(', ')}
LIMIT ${bindings.bindAs(authorised.query.limit + 1, 'int')}`
  return { text, params: bindings.params }
}

/** How many there are: up to the cap, or all when `exact`. */
export const compileCount = (authorised: AuthorisedRecordQuery, time: QueryTime): Statement => {
  const bindings = new Bindings()
  const source = new SourceCompiler(authorised, bindings, time)
  const where = [source.rows(authorised.query.deleted), ...filters(authorised, source)].join('\n  AND ')
  const body = `FROM ${source.from()}\nWHERE ${where}`
  if (authorised.query.count === 'exact') return { text: `SELECT count(*)::int AS count ${body}`, params: bindings.params }
  return {
    text: `SELECT count(*)::int AS count FROM (SELECT 1 ${body} LIMIT ${COUNT_CAP + 1}) capped`,
    params: bindings.params,
  }
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
    return created ? [{ resolved: created, sql: 't.created_at', descending: true, mayBeNull: false }] : []
  const twice = wanted.find(({ field }, index) => wanted.findIndex((other) => other.field === field) !== index)
  if (twice) throw new AppError('invalid-query', { details: { reason: twice.field } })
  return wanted.map(({ field, direction }) => {
    const resolved = must(authorised.fields.get(field), field)
    const isText = valueTypeOf(resolved.field) === 'text'
    const sql = source.column(resolved)
    return {
      resolved,
      sql: isText ? `${sql} COLLATE "C"` : sql,
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

const idDirection = (keys: SortKey[]): string => (keys.length === 0 || keys.at(-1)?.descending ? 'DESC' : 'ASC')

const valueTypeOf = (field: FieldInfo): ValueType => fieldTypeRegistry[field.type]?.valueType ?? 'any'

const casts: Record<ValueType, string> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  id: 'uuid',
  list: 'text[]',
  any: 'text',
}

/**
 * Rows after the cursor in an order whose keys may be null (nulls last both ways). When all keys are never null and run
 * one way, a row comparison lets one index range serve the page; otherwise key by key: equal so far, and beyond here.
 */
const afterSql = (cursor: Cursor, keys: SortKey[], bindings: Bindings): string => {
  if (keys.some((key, index) => !key.mayBeNull && cursor.values[index] === null))
    throw new AppError('invalid-query', { details: { reason: 'after' } })
  const last = bindings.bindAs(cursor.id, 'uuid')
  const oneWay = keys.every((key) => key.descending === keys[0]?.descending)
  const bound = keys.map((key, index) =>
    cursor.values[index] === null ? null : bindings.bindAs(cursor.values[index], casts[valueTypeOf(key.resolved.field)]),
  )
  if (oneWay && keys.every((key) => !key.mayBeNull)) {
    return `(${[...keys.map((key) => key.sql), 't.id'].join(', ')}) ${idDirection(keys) === 'DESC' ? '<' : '>'} (${[...bound, last].join(', ')})`
  }
  const beyond = keys.map((key, index) => {
    const value = bound[index]
    return value === null || value === undefined
      ? 'FALSE'
      : `(${key.sql} ${key.descending ? '<' : '>'} ${value}${key.mayBeNull ? ` OR ${key.sql} IS NULL` : ''})`
  })
  const equal = keys.map((key, index) => (bound[index] === null ? `${key.sql} IS NULL` : `${key.sql} = ${bound[index]}`))
  const steps = beyond.map((step, index) => [...equal.slice(0, index), step].join(' AND '))
  steps.push([...equal, `t.id ${idDirection(keys) === 'DESC' ? '<' : '>'} ${last}`].join(' AND '))
  return `(${steps.map((step) => `(${step})`).join(' OR ')})`
}
