import {
  firstDayOfMonth,
  firstDayOfWeek,
  formatCivilDate,
  parseCivilDate,
  parseInstant,
  startOfWallDay,
  textOf,
  wallDay,
  type EvaluationContext,
  type FormulaFunction,
  type Label,
  type Value,
} from '@jieli/core'
import { instantSql, nowSql, shared, wallSql } from './sql-text.ts'

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** How long each is, as PostgreSQL writes it. */
export const intervals: Record<Period, string> = {
  day: '1 day',
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

/** The first day of the period a day is in, or of one `ahead` later, and of the one after. */
export const periodOf = (day: number, period: Period, ahead = 0): { from: number; to: number } => {
  if (period === 'day') return { from: day + ahead, to: day + ahead + 1 }
  if (period === 'week') return { from: firstDayOfWeek(day) + ahead * 7, to: firstDayOfWeek(day) + ahead * 7 + 7 }
  const months = monthsIn[period]
  const into = (Number(formatCivilDate(day).slice(5, 7)) - 1) % months
  return { from: firstDayOfMonth(day, ahead * months - into), to: firstDayOfMonth(day, (ahead + 1) * months - into) }
}

/** Today, this week, last month … in the workspace's zone: a half-open range on the bare column. */
export const definePeriod = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  period: Period
  /** How many periods later than the present one: -1 is the last, 1 the next. Default: this one. */
  ahead?: number
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  params: [{ name: 'time', type: 'any', among: ['instant', 'date'] }],
  returns: 'boolean',
  isVolatile: true,
  evaluate: ([time]: Value[], context) => isInPeriod(time, spec, context),
  sql: ([time = 'NULL'], context, types) => {
    const length = intervals[spec.period]
    const current = `date_trunc('${spec.period}', ${wallSql(nowSql(context), context)})`
    const start = spec.ahead ? `${current} ${spec.ahead > 0 ? '+' : '-'} interval '${length}'` : current
    const edge = (wall: string): string => (types[0] === 'date' ? `(${wall})::date` : instantSql(`(${wall})`, context))
    return shared(time, (t) => `${t} >= ${edge(start)} AND ${t} < ${edge(`${start} + interval '${length}'`)}`)
  },
  sentence: ([time], locale) => `${time} ${textOf(spec.label, locale)}`,
  examples: spec.examples,
})

const isInPeriod = (
  time: Value | undefined,
  { period, ahead }: { period: Period; ahead?: number },
  context: EvaluationContext,
): boolean => {
  const now = parseInstant(context.now)
  if (typeof time !== 'string' || now === null) return false
  const { from, to } = periodOf(wallDay(now, context.timeZone), period, ahead)
  const day = parseCivilDate(time)
  if (day !== null) return day >= from && day < to
  const instant = parseInstant(time)
  return instant !== null && instant >= startOfWallDay(from, context.timeZone) && instant < startOfWallDay(to, context.timeZone)
}
