import type { FunctionRegistry } from '@jieli/core'
import { add } from './add.ts'
import { addDays } from './add-days.ts'
import { addMinutes } from './add-minutes.ts'
import { and } from './and.ts'
import { atLeast } from './at-least.ts'
import { atMost } from './at-most.ts'
import { between } from './between.ts'
import { coalesce } from './coalesce.ts'
import { concat } from './concat.ts'
import { contains } from './contains.ts'
import { currentUser } from './current-user.ts'
import { dateOf } from './date-of.ts'
import { daysBetween } from './days-between.ts'
import { divide } from './divide.ts'
import { equals } from './equals.ts'
import { greaterThan } from './greater-than.ts'
import { hourOf } from './hour-of.ts'
import { ifThen } from './if-then.ts'
import { includes } from './includes.ts'
import { includesAny } from './includes-any.ts'
import { isEmpty } from './is-empty.ts'
import { isNotEmpty } from './is-not-empty.ts'
import { isNotOneOf } from './is-not-one-of.ts'
import { isOneOf } from './is-one-of.ts'
import { isThisMonth } from './is-this-month.ts'
import { isThisWeek } from './is-this-week.ts'
import { isToday } from './is-today.ts'
import { length } from './length.ts'
import { lessThan } from './less-than.ts'
import { lower } from './lower.ts'
import { minutesBetween } from './minutes-between.ts'
import { multiply } from './multiply.ts'
import { negate } from './negate.ts'
import { not } from './not.ts'
import { notEquals } from './not-equals.ts'
import { now } from './now.ts'
import { olderThanDays } from './older-than-days.ts'
import { or } from './or.ts'
import { round } from './round.ts'
import { startOfDay } from './start-of-day.ts'
import { startOfMonth } from './start-of-month.ts'
import { startOfWeek } from './start-of-week.ts'
import { startsWith } from './starts-with.ts'
import { subtract } from './subtract.ts'
import { today } from './today.ts'
import { weekdayOf } from './weekday-of.ts'
import { withinLastDays } from './within-last-days.ts'
import { withinNextDays } from './within-next-days.ts'

/** Every function of the language, by the name expressions call it. */
export const formulaFunctions = {
  equals,
  notEquals,
  greaterThan,
  atLeast,
  lessThan,
  atMost,
  isToday,
  isThisWeek,
  isThisMonth,
  between,
  isOneOf,
  isNotOneOf,
  isEmpty,
  isNotEmpty,
  contains,
  startsWith,
  includes,
  includesAny,
  and,
  or,
  not,
  add,
  subtract,
  multiply,
  divide,
  negate,
  round,
  length,
  concat,
  lower,
  if: ifThen,
  coalesce,
  now,
  today,
  currentUser,
  dateOf,
  hourOf,
  weekdayOf,
  startOfDay,
  startOfWeek,
  startOfMonth,
  minutesBetween,
  daysBetween,
  addDays,
  addMinutes,
  withinLastDays,
  withinNextDays,
  olderThanDays,
} satisfies FunctionRegistry

export type FormulaFunctionName = keyof typeof formulaFunctions
