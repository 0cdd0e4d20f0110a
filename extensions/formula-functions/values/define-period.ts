import {
  firstDayOfMonth,
  firstDayOfWeek,
  parseCivilDate,
  parseInstant,
  startOfWallDay,
  textOf,
  wallDay,
  type EvaluationContext,
  type FormulaFunction,
  type Label,
  type Value,
  type ValueType,
} from '@jieli/core'
import { instantSql, nowSql, shared, wallSql } from './sql-text.ts'

export type Period = 'day' | 'week' | 'month'

/** The first day of the period a day is in, and of the one after. */
export const periodOf = (day: number, period: Period): { from: number; to: number } => {
  if (period === 'day') return { from: day, to: day + 1 }
  if (period === 'week') return { from: firstDayOfWeek(day), to: firstDayOfWeek(day) + 7 }
  return { from: firstDayOfMonth(day), to: firstDayOfMonth(day, 1) }
}

/** Today, this week or this month in the workspace's zone: a half-open range on the bare column. */
export const definePeriod = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  period: Period
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  params: [{ name: 'time', type: 'any', among: ['instant', 'date'] }],
  returns: 'boolean',
  isVolatile: true,
  evaluate: ([time]: Value[], context, types) => isInPeriod(time, spec.period, { context, type: types[0] }),
  sql: ([time = 'NULL'], context, types) => {
    const start = `date_trunc('${spec.period}', ${wallSql(nowSql(context), context)})`
    const edge = (wall: string): string => (types[0] === 'date' ? `(${wall})::date` : instantSql(`(${wall})`, context))
    return shared(time, (t) => `${t} >= ${edge(start)} AND ${t} < ${edge(`${start} + interval '1 ${spec.period}'`)}`)
  },
  sentence: ([time], locale) => `${time} ${textOf(spec.label, locale)}`,
  examples: spec.examples,
})

const isInPeriod = (
  time: Value | undefined,
  period: Period,
  at: { context: EvaluationContext; type: ValueType | undefined },
): boolean => {
  const now = parseInstant(at.context.now)
  if (typeof time !== 'string' || now === null) return false
  const { from, to } = periodOf(wallDay(now, at.context.timeZone), period)
  const day = parseCivilDate(time)
  if (day !== null) return day >= from && day < to
  const instant = parseInstant(time)
  return (
    instant !== null &&
    instant >= startOfWallDay(from, at.context.timeZone) &&
    instant < startOfWallDay(to, at.context.timeZone)
  )
}
