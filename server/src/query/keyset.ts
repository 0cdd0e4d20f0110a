import { AppError, type ResolvedField, type ValueType } from '@jieli/core'
import type { Bindings } from './bindings.ts'
import type { Cursor } from './cursor.ts'

/** One thing that a list is sorted by. Absent values stand last, whichever way it runs. */
export interface SortKey {
  resolved: ResolvedField
  sql: string
  type: ValueType
  descending: boolean
  mayBeNull: boolean
}

/**
 * The ORDER BY of a list; `reversed` for the page before a record, which is read from that record backwards. Ids tell equals
 * apart; they run with the last key, so that one index serves both.
 */
export const orderSql = (keys: readonly SortKey[], alias: string, reversed: boolean): string =>
  [
    ...keys.map(
      ({ sql, descending, mayBeNull }) =>
        `${sql} ${descending !== reversed ? 'DESC' : 'ASC'}${mayBeNull ? (reversed ? ' NULLS FIRST' : ' NULLS LAST') : ''}`,
    ),
    `${alias}.id ${idsDescend(keys) !== reversed ? 'DESC' : 'ASC'}`,
  ].join(', ')

const idsDescend = (keys: readonly SortKey[]): boolean => keys.length === 0 || keys.at(-1)?.descending === true

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

interface BoundKey extends SortKey {
  /** Undefined where the record has no value. */
  at: string | undefined
}

/**
 * The rows that come after a record in the list's order, or before it when `reversed`. When no key is ever null and all run
 * one way, a row comparison lets one index range serve the page; otherwise key by key: equal so far, and beyond here.
 */
export const beyondSql = (
  cursor: Cursor,
  keys: readonly SortKey[],
  { alias, reversed, bindings }: { alias: string; reversed: boolean; bindings: Bindings },
): string => {
  if (keys.some((key, index) => !key.mayBeNull && cursor.values[index] === null))
    throw new AppError('invalid-query', { details: { reason: reversed ? 'before' : 'after' } })
  const id = bindings.bindAs(cursor.id, 'uuid')
  const bound: BoundKey[] = keys.map((key, index) => {
    const value = cursor.values[index]
    return { ...key, at: value === null || value === undefined ? undefined : bindings.bindAs(value, casts[key.type]) }
  })
  const idSign = idsDescend(keys) !== reversed ? '<' : '>'
  const oneWay = keys.every((key) => key.descending === keys[0]?.descending)
  if (oneWay && keys.every((key) => !key.mayBeNull))
    return `(${[...keys.map((key) => key.sql), `${alias}.id`].join(', ')}) ${idSign} (${[...bound.map((key) => key.at), id].join(', ')})`
  const equal = bound.map(({ sql, at }) => (at === undefined ? `${sql} IS NULL` : `${sql} = ${at}`))
  const steps = bound.map((key, index) => [...equal.slice(0, index), beyondKey(key, reversed)])
  steps.push([...equal, `${alias}.id ${idSign} ${id}`])
  return `(${steps.map((step) => `(${step.join(' AND ')})`).join(' OR ')})`
}

const beyondKey = ({ sql, at, descending, mayBeNull }: BoundKey, reversed: boolean): string => {
  // Nothing comes after the absent; before them comes all that is there.
  if (at === undefined) return reversed ? `${sql} IS NOT NULL` : 'FALSE'
  const beyond = `${sql} ${descending !== reversed ? '<' : '>'} ${at}`
  return mayBeNull && !reversed ? `(${beyond} OR ${sql} IS NULL)` : beyond
}
