import { formatCivilDate, inRange, textOf, type FormulaFunction, type Label } from '@jieli/core'
import { dayOfTime, knownDateSql, timeTypes, wallOf } from './calendar.ts'
import { shared } from './sql-text.ts'
import { intervals, periodOf, type Period } from './define-period.ts'

/** The last day of the week, month … a time is in. */
export const defineEnd = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  period: Period
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  params: [{ name: 'time', type: 'any', among: timeTypes }],
  returns: 'date',
  evaluate: ([time], context) => {
    const day = dayOfTime(time, context)
    const last = day === null ? null : periodOf(day, spec.period).to - 1
    return last !== null && inRange(last) ? formatCivilDate(last) : null
  },
  sql: ([time = 'NULL'], context, types) =>
    shared(
      `(date_trunc('${spec.period}', ${wallOf(time, types[0], context)}) + interval '${intervals[spec.period]}' - interval '1 day')::date`,
      knownDateSql,
    ),
  sentence: ([time], locale) =>
    locale === 'zh-CN' ? `${time} 的${textOf(spec.label, locale)}` : `${textOf(spec.label, locale)} ${time}`,
  examples: spec.examples,
})
