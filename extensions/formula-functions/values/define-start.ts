import {
  formatCivilDate,
  formatInstant,
  inRange,
  parseCivilDate,
  parseInstant,
  startOfWallDay,
  textOf,
  wallDay,
  type FormulaFunction,
  type Label,
} from '@jieli/core'
import { periodOf, type Period } from './define-period.ts'
import { instantSql, wallSql } from './sql-text.ts'

/** The beginning of the day, week or month a time is in: a date for a date, an instant for an instant. */
export const defineStart = (spec: {
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
  returns: 'any',
  evaluate: ([time], context) => {
    if (typeof time !== 'string') return null
    const day = parseCivilDate(time)
    if (day !== null) return formatCivilDate(periodOf(day, spec.period).from)
    const instant = parseInstant(time)
    if (instant === null) return null
    const { from } = periodOf(wallDay(instant, context.timeZone), spec.period)
    return inRange(from) ? formatInstant(startOfWallDay(from, context.timeZone)) : null
  },
  sql: ([time = 'NULL'], context, types) =>
    types[0] === 'date'
      ? `date_trunc('${spec.period}', (${time})::timestamp)::date`
      : instantSql(`date_trunc('${spec.period}', ${wallSql(time, context)})`, context),
  sentence: ([time], locale) =>
    locale === 'zh-CN' ? `${time} 的${textOf(spec.label, locale)}` : `${textOf(spec.label, locale)} of ${time}`,
  examples: spec.examples,
})
