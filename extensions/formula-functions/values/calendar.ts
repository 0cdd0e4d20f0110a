import {
  dayNumber,
  formatCivilDate,
  inRange,
  parseCivilDate,
  parseInstant,
  wallDay,
  type EvaluationContext,
  type SqlContext,
  type Value,
  type ValueType,
} from '@jieli/core'
import { wallSql } from './sql-text.ts'

/** The types that have a day. */
export const timeTypes = ['instant', 'date'] as const satisfies ValueType[]

/** The day on the calendar of a date, or of an instant in the workspace's zone; null when absent. */
export const dayOfTime = (time: Value | undefined, context: EvaluationContext): number | null => {
  if (typeof time !== 'string') return null
  const day = parseCivilDate(time)
  if (day !== null) return day
  const instant = parseInstant(time)
  const there = instant === null ? null : wallDay(instant, context.timeZone)
  return there !== null && inRange(there) ? there : null
}

/** Year, month (1–12) and day of the month. */
export const civilParts = (day: number): { year: number; month: number; date: number } => {
  const [year = 0, month = 0, date = 0] = formatCivilDate(day).split('-').map(Number)
  return { year, month, date }
}

/** The same date some months later; a day the month lacks is its last. */
export const addMonths = (day: number, months: number): number => {
  const { year, month, date } = civilParts(day)
  const last = dayNumber(year, month + months + 1, 0)
  return Math.min(dayNumber(year, month + months, date), last)
}

/** Whole months from one day to another; towards the past they are negative. */
export const monthsBetween = (from: number, to: number): number => {
  const [a, b] = [civilParts(from), civilParts(to)]
  const months = (b.year - a.year) * 12 + b.month - a.month
  if (from <= to) return months - (b.date < a.date ? 1 : 0)
  return months + (b.date > a.date ? 1 : 0) + 0
}

/** A time as the wall clock of the workspace shows it, a timestamp without zone. */
export const wallOf = (sql: string, type: ValueType | undefined, context: SqlContext): string =>
  type === 'date' ? `(${sql})::timestamp` : wallSql(sql, context)

/** The day of a time, as a PostgreSQL date. */
export const dateSql = (sql: string, type: ValueType | undefined, context: SqlContext): string =>
  type === 'date' ? sql : `${wallSql(sql, context)}::date`

/** `monthsBetween` of two dates that are columns of a row already. */
export const monthsSql = (from: string, to: string): string =>
  `((extract(year FROM ${to}) - extract(year FROM ${from})) * 12 + extract(month FROM ${to}) - extract(month FROM ${from})` +
  ` - CASE WHEN ${from} <= ${to} AND extract(day FROM ${to}) < extract(day FROM ${from}) THEN 1` +
  ` WHEN ${from} > ${to} AND extract(day FROM ${to}) > extract(day FROM ${from}) THEN -1 ELSE 0 END)`

/** A date within the years 1 to 9999, else absent. */
export const knownDateSql = (sql: string): string => `CASE WHEN ${sql} BETWEEN '0001-01-01' AND '9999-12-31' THEN ${sql} END`
