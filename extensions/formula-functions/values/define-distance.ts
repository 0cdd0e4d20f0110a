import {
  microsOfDay,
  parseCivilDate,
  parseInstant,
  wallDay,
  type EvaluationContext,
  type FormulaFunction,
  type Label,
  type Locale,
  type Value,
} from '@jieli/core'
import { asWhole } from './decimal.ts'
import { nowSql, shared, todaySql, wholeSql } from './sql-text.ts'

const bounds = { min: 0, max: 36_500 }

/** How far a time lies from now, `ago` counting towards the past: in microseconds for instants, in days for dates. */
interface Distance {
  ago: bigint
  span: bigint
}

/** A time against now and a number of days: for instants of 24 hours each, for dates on the calendar, today counting. */
export const defineDistance = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  holds(distance: Distance, isDate: boolean): boolean
  /** `by(sign)` is now, or today, moved by the days. */
  range(time: string, edges: { now: string; by(sign: '+' | '-'): string; isDate: boolean }): string
  phrase(time: string, days: string, locale: Locale): string
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  params: [
    { name: 'time', type: 'any', among: ['instant', 'date'] },
    { name: 'days', type: 'number' },
  ],
  returns: 'boolean',
  isVolatile: true,
  evaluate: ([time, days], context, types) => {
    const count = asWhole(days, bounds)
    const distance = count === null ? null : distanceOf(time, count, context)
    return distance !== null && spec.holds(distance, types[0] === 'date')
  },
  sql: ([time = 'NULL', days = 'NULL'], context, types) => {
    const isDate = types[0] === 'date'
    const now = isDate ? todaySql(context) : nowSql(context)
    // Hours, not days: a day added to an instant would follow the session's zone.
    const by = (sign: '+' | '-'): string =>
      isDate
        ? `(${now} ${sign} ${wholeSql(days, bounds)})`
        : `(${now} ${sign} make_interval(hours => 24 * ${wholeSql(days, bounds)}))`
    return shared(time, (t) => spec.range(t, { now, by, isDate }))
  },
  sentence: ([time = '', days = ''], locale) => spec.phrase(time, days, locale),
  examples: spec.examples,
})

const distanceOf = (time: Value | undefined, days: number, context: EvaluationContext): Distance | null => {
  const now = parseInstant(context.now)
  if (typeof time !== 'string' || now === null) return null
  const day = parseCivilDate(time)
  if (day !== null) return { ago: BigInt(wallDay(now, context.timeZone) - day), span: BigInt(days) }
  const instant = parseInstant(time)
  return instant === null ? null : { ago: now - instant, span: BigInt(days) * microsOfDay }
}
