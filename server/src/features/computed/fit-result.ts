import type { Value } from '@jieli/core'

/** Numbers are kept exact up to so many figures; see `read-decimal.ts`. */
const EXACT_FIGURES = 15

/** Below this a number fits the column; undefined for columns that hold any. `limitOf('numeric(18,2)')` is 1e13. */
const limitOf = (column: string): number | undefined => {
  const [, precision, scale] = /^numeric\((\d+),(\d+)\)$/.exec(column) ?? []
  return precision === undefined ? undefined : 10 ** (Math.min(Number(precision), EXACT_FIGURES) - Number(scale))
}

/** A result as its column takes it: a number that is too large for it counts as absent. */
export const fitResult = (value: Value, column: string): Value => {
  const limit = limitOf(column)
  if (limit === undefined || value === null) return value
  const number = Number(value)
  return Number.isFinite(number) && Math.abs(number) < limit ? number : null
}

/** The same in SQL, cast to the column's type. */
export const fitResultSql = (sql: string, column: string): string => {
  const limit = limitOf(column)
  return limit === undefined
    ? `(${sql})::${column}`
    : `(SELECT CASE WHEN abs(v) < ${limit} THEN v::${column} END FROM (SELECT (${sql})::numeric AS v) fitted)`
}
