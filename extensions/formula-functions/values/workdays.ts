import { dayNumber } from '@jieli/core'

/** A Monday before all dates of the language; days are counted from it. */
const firstMonday = dayNumber(1, 1, 1)

/** Mondays to Fridays up to and with a day. 0001-01-01 was a Monday. */
export const workdaysUpTo = (day: number): number => {
  const days = day - firstMonday
  return Math.floor(days / 7) * 5 + Math.min((((days % 7) + 7) % 7) + 1, 5)
}

/** The day that is the n-th Monday to Friday. */
export const workday = (number: number): number =>
  firstMonday + Math.floor((number - 1) / 5) * 7 + ((((number - 1) % 5) + 5) % 5)

/** `workdaysUpTo` of a date that is a column already. */
export const workdaysSql = (date: string): string => {
  const days = `(${date} - date '0001-01-01')`
  return `(floor(${days} / 7.0)::int * 5 + least(${days} - floor(${days} / 7.0)::int * 7 + 1, 5))`
}

/** `workday` of a number that is a column already. */
export const workdaySql = (number: string): string => {
  const weeks = `floor((${number} - 1) / 5.0)::int`
  return `(date '0001-01-01' + ${weeks} * 7 + (${number} - 1 - ${weeks} * 5))`
}
