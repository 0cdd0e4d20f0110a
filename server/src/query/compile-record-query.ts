import { must, type AuthorisedRecordQuery, type FieldInfo, type ResolvedField } from '@jieli/core'
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

/** The statement for one page, with the sort keys selected as `k0…`, and one row more than asked to know if more follow. */
export const compileRecordQuery = (authorised: AuthorisedRecordQuery, time: QueryTime): Statement => {
  const bindings = new Bindings()
  const source = new SourceCompiler(authorised, bindings, time)
  const columns = authorised.select.map((resolved, index) => `${source.column(resolved)} AS c${index}`)
  const keys = sortKeys(authorised, source)
  const conditions = [source.rows(authorised.query.deleted), ...filters(authorised, source)]
  if (authorised.query.after) conditions.push(afterSql(readCursor(authorised.query.after, keys.length), keys, bindings))
  const order = [...keys.map((key) => `${key.sql} ${key.descending ? 'DESC' : 'ASC'}${key.mayBeNull ? ' NULLS LAST' : ''}`), `t.id ${idDirection(keys)}`]
  const text = `SELECT t.id, t.rev, ${[...columns, ...keys.map((key, index) => `${key.sql} AS k${index}`)].join(', ')}
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
  return { text: `SELECT count(*)::int AS count FROM (SELECT 1 ${body} LIMIT ${COUNT_CAP + 1}) capped`, params: bindings.params }
}

const filters = (authorised: AuthorisedRecordQuery, source: SourceCompiler): string[] => {
  const { where, search } = authorised.query
  return [...(where ? [`(${source.condition(where)})`] : []), ...(search?.trim() ? [source.search(search)] : [])]
}

/** New records first when nobody says otherwise. */
const sortKeys = (authorised: AuthorisedRecordQuery, source: SourceCompiler): SortKey[] => {
  const wanted = authorised.query.sort ?? []
  if (wanted.length === 0) return [{ resolved: createdAt(authorised), sql: 't.created_at', descending: true, mayBeNull: false }]
  return wanted.map(({ field, direction }) => {
    const resolved = must(authorised.fields.get(field), field)
    const isText = fieldTypeRegistry[resolved.field.type]?.valueType === 'text'
    const sql = source.column(resolved)
    return { resolved, sql: isText ? `${sql} COLLATE "C"` : sql, descending: direction === 'desc', mayBeNull: resolved.hops.length > 0 || !alwaysThere.has(resolved.field.column) }
  })
}

const alwaysThere = new Set(['id', 'rev', 'created_at', 'updated_at'])

const createdAt = (authorised: AuthorisedRecordQuery): ResolvedField => {
  const field: FieldInfo = must(authorised.object.fields.get('createdAt'))
  return { path: 'createdAt', field, hops: [], masked: false }
}

const idDirection = (keys: SortKey[]): string => (keys.at(-1)?.descending ? 'DESC' : 'ASC')

const cast = (field: FieldInfo): string => {
  const type = fieldTypeRegistry[field.type]?.valueType
  return type === 'instant' ? 'timestamptz' : type === 'date' ? 'date' : type === 'number' ? 'numeric' : type === 'boolean' ? 'boolean' : type === 'id' ? 'uuid' : 'text'
}

/**
 * Rows after the cursor in an order whose keys may be null (nulls last both ways). When all keys are never null and run
 * one way, a row comparison lets one index range serve the page; otherwise key by key: equal so far, and beyond here.
 */
const afterSql = (cursor: Cursor, keys: SortKey[], bindings: Bindings): string => {
  const last = bindings.bindAs(cursor.id, 'uuid')
  const oneWay = keys.every((key) => key.descending === keys[0]?.descending)
  const bound = keys.map((key, index) => (cursor.values[index] === null ? null : bindings.bindAs(cursor.values[index], cast(key.resolved.field))))
  if (oneWay && keys.every((key) => !key.mayBeNull)) {
    return `(${[...keys.map((key) => key.sql), 't.id'].join(', ')}) ${keys[0]?.descending ? '<' : '>'} (${[...bound, last].join(', ')})`
  }
  const beyond = keys.map((key, index) => {
    const value = bound[index]
    return value === null || value === undefined ? 'FALSE' : `(${key.sql} ${key.descending ? '<' : '>'} ${value}${key.mayBeNull ? ` OR ${key.sql} IS NULL` : ''})`
  })
  const equal = keys.map((key, index) => (bound[index] === null ? `${key.sql} IS NULL` : `${key.sql} = ${bound[index]}`))
  const steps = beyond.map((step, index) => [...equal.slice(0, index), step].join(' AND '))
  steps.push([...equal, `t.id ${keys.at(-1)?.descending ? '<' : '>'} ${last}`].join(' AND '))
  return `(${steps.map((step) => `(${step})`).join(' OR ')})`
}
