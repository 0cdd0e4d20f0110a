import type { SqlContext, ValueType } from '@jieli/core'

/**
 * Uses a text more than once without writing it more than once: a column or a placeholder stands as it is, so that its
 * index serves; anything longer is computed once in a row of its own. OFFSET keeps the planner from copying it back.
 */
export const shared = (sql: string, use: (sql: string) => string): string =>
  isBare(sql) ? use(sql) : `(SELECT ${use('reused.value')} FROM (SELECT ${sql} AS value OFFSET 0) AS reused)`

/** The same for several texts that are used together. */
export const sharedPair = (pair: { a: string; b: string }, use: (a: string, b: string) => string): string =>
  isBare(pair.a) && isBare(pair.b)
    ? use(pair.a, pair.b)
    : `(SELECT ${use('pair.a', 'pair.b')} FROM (SELECT ${pair.a} AS a, ${pair.b} AS b OFFSET 0) AS pair)`

const isBare = (sql: string): boolean => /^("?\w+"?\.)?"?\w+"?$|^\$\d+(::\w+)?$/.test(sql) && !/^(reused|pair)\./.test(sql)

/** The text ordered by code point, whatever the database's own order is. */
export const ordered = (sql: string, type: ValueType | undefined): string => (type === 'text' ? `${sql} COLLATE "C"` : sql)

export const nowSql = (context: SqlContext): string => `${context.now}::timestamptz`

/** An instant as the wall clock of the workspace shows it. */
export const wallSql = (sql: string, context: SqlContext): string => `(${sql} AT TIME ZONE ${context.timeZone}::text)`

/** The instant of a wall time: the same turn back. */
export const instantSql = (sql: string, context: SqlContext): string => wallSql(sql, context)

export const todaySql = (context: SqlContext): string => `(${wallSql(nowSql(context), context)}::date)`

/** A whole number within bounds as an integer, else NULL. */
export const wholeSql = (sql: string, bounds: { min: number; max: number }): string =>
  shared(sql, (n) => `CASE WHEN ${n} BETWEEN ${bounds.min} AND ${bounds.max} THEN trunc(${n})::int END`)
