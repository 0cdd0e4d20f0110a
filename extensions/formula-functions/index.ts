import type { FunctionRegistry } from '@jieli/core'
import { abs } from './abs.ts'
import { addDays } from './add-days.ts'
import { addMinutes } from './add-minutes.ts'
import { addWorkdays } from './add-workdays.ts'
import { add } from './add.ts'
import { ageOf } from './age-of.ts'
import { and } from './and.ts'
import { atLeast } from './at-least.ts'
import { atMost } from './at-most.ts'
import { average } from './average.ts'
import { between } from './between.ts'
import { ceiling } from './ceiling.ts'
import { coalesce } from './coalesce.ts'
import { concat } from './concat.ts'
import { contains } from './contains.ts'
import { countOf } from './count-of.ts'
import { currentUser } from './current-user.ts'
import { dateAdd } from './date-add.ts'
import { dateDiff } from './date-diff.ts'
import { dateOf } from './date-of.ts'
import { dayOf } from './day-of.ts'
import { daysBetween } from './days-between.ts'
import { divide } from './divide.ts'
import { endOfMonth } from './end-of-month.ts'
import { endOfQuarter } from './end-of-quarter.ts'
import { endOfWeek } from './end-of-week.ts'
import { endOfYear } from './end-of-year.ts'
import { endsWith } from './ends-with.ts'
import { equals } from './equals.ts'
import { find } from './find.ts'
import { firstOf } from './first-of.ts'
import { floor } from './floor.ts'
import { formatDate } from './format-date.ts'
import { formatNumber } from './format-number.ts'
import { greaterThan } from './greater-than.ts'
import { hourOf } from './hour-of.ts'
import { hoursBetween } from './hours-between.ts'
import { ifThen } from './if-then.ts'
import { ifs } from './ifs.ts'
import { includesAll } from './includes-all.ts'
import { includesAny } from './includes-any.ts'
import { includes } from './includes.ts'
import { isCurrentUser } from './is-current-user.ts'
import { isEmpty } from './is-empty.ts'
import { isLastMonth } from './is-last-month.ts'
import { isLastWeek } from './is-last-week.ts'
import { isNextMonth } from './is-next-month.ts'
import { isNextWeek } from './is-next-week.ts'
import { isNotEmpty } from './is-not-empty.ts'
import { isNotOneOf } from './is-not-one-of.ts'
import { isOfObject } from './is-of-object.ts'
import { isOneOf } from './is-one-of.ts'
import { isThisMonth } from './is-this-month.ts'
import { isThisQuarter } from './is-this-quarter.ts'
import { isThisWeek } from './is-this-week.ts'
import { isThisYear } from './is-this-year.ts'
import { isToday } from './is-today.ts'
import { isTomorrow } from './is-tomorrow.ts'
import { isWeekend } from './is-weekend.ts'
import { isYesterday } from './is-yesterday.ts'
import { joinList } from './join-list.ts'
import { lastOf } from './last-of.ts'
import { left } from './left.ts'
import { length } from './length.ts'
import { lessThan } from './less-than.ts'
import { lower } from './lower.ts'
import { makeDate } from './make-date.ts'
import { max } from './max.ts'
import { mid } from './mid.ts'
import { min } from './min.ts'
import { minuteOf } from './minute-of.ts'
import { minutesBetween } from './minutes-between.ts'
import { mod } from './mod.ts'
import { monthOf } from './month-of.ts'
import { multiply } from './multiply.ts'
import { negate } from './negate.ts'
import { notEquals } from './not-equals.ts'
import { not } from './not.ts'
import { now } from './now.ts'
import { numberOf } from './number-of.ts'
import { olderThanDays } from './older-than-days.ts'
import { or } from './or.ts'
import { padLeft } from './pad-left.ts'
import { points } from './points.ts'
import { power } from './power.ts'
import { quarterOf } from './quarter-of.ts'
import { repeat } from './repeat.ts'
import { replaceAt } from './replace-at.ts'
import { right } from './right.ts'
import { roundDown } from './round-down.ts'
import { roundUp } from './round-up.ts'
import { round } from './round.ts'
import { secondOf } from './second-of.ts'
import { share } from './share.ts'
import { sign } from './sign.ts'
import { splitPart } from './split-part.ts'
import { startOfDay } from './start-of-day.ts'
import { startOfMonth } from './start-of-month.ts'
import { startOfQuarter } from './start-of-quarter.ts'
import { startOfWeek } from './start-of-week.ts'
import { startOfYear } from './start-of-year.ts'
import { startsWith } from './starts-with.ts'
import { substitute } from './substitute.ts'
import { subtract } from './subtract.ts'
import { sum } from './sum.ts'
import { switchOf } from './switch.ts'
import { textOf } from './text-of.ts'
import { today } from './today.ts'
import { trim } from './trim.ts'
import { upper } from './upper.ts'
import { weekOf } from './week-of.ts'
import { weekdayOf } from './weekday-of.ts'
import { withinLastDays } from './within-last-days.ts'
import { withinNextDays } from './within-next-days.ts'
import { workdaysBetween } from './workdays-between.ts'
import { yearOf } from './year-of.ts'

/** Every function of the language, by the name expressions call it. */
export const formulaFunctions = {
  equals,
  notEquals,
  greaterThan,
  atLeast,
  lessThan,
  atMost,
  between,
  isOneOf,
  isNotOneOf,
  isOfObject,
  isEmpty,
  isNotEmpty,
  contains,
  startsWith,
  endsWith,
  includes,
  includesAny,
  includesAll,
  isToday,
  isYesterday,
  isTomorrow,
  isThisWeek,
  isLastWeek,
  isNextWeek,
  isThisMonth,
  isLastMonth,
  isNextMonth,
  isThisQuarter,
  isThisYear,
  withinLastDays,
  withinNextDays,
  olderThanDays,
  isWeekend,
  isCurrentUser,
  and,
  or,
  not,
  if: ifThen,
  ifs,
  switch: switchOf,
  coalesce,
  add,
  subtract,
  multiply,
  divide,
  negate,
  points,
  power,
  sum,
  average,
  min,
  max,
  round,
  roundUp,
  roundDown,
  ceiling,
  floor,
  mod,
  abs,
  share,
  sign,
  concat,
  length,
  left,
  right,
  mid,
  find,
  substitute,
  replaceAt,
  splitPart,
  trim,
  upper,
  lower,
  repeat,
  padLeft,
  textOf,
  formatNumber,
  numberOf,
  now,
  today,
  currentUser,
  dateOf,
  yearOf,
  quarterOf,
  monthOf,
  weekOf,
  dayOf,
  weekdayOf,
  hourOf,
  minuteOf,
  secondOf,
  startOfDay,
  startOfWeek,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  endOfWeek,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  makeDate,
  dateAdd,
  dateDiff,
  addDays,
  addMinutes,
  addWorkdays,
  daysBetween,
  hoursBetween,
  minutesBetween,
  workdaysBetween,
  ageOf,
  formatDate,
  countOf,
  firstOf,
  lastOf,
  joinList,
} satisfies FunctionRegistry

export type FormulaFunctionName = keyof typeof formulaFunctions
