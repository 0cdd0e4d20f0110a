import { textOf, type FormulaFunction, type Label } from '@jieli/core'
import { dayOfTime, timeTypes, wallOf } from './calendar.ts'

/** A number read off the calendar: the year, the month, the week of a time. */
export const defineDatePart = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  read(day: number): number
  /** PostgreSQL's name for it, as in `extract(year FROM …)`. */
  part: string
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  params: [{ name: 'time', type: 'any', among: timeTypes }],
  returns: 'number',
  evaluate: ([time], context) => {
    const day = dayOfTime(time, context)
    return day === null ? null : spec.read(day)
  },
  sql: ([time = 'NULL'], context, types) => `extract(${spec.part} FROM ${wallOf(time, types[0], context)})`,
  sentence: ([time], locale) =>
    locale === 'zh-CN' ? `${time} 的${textOf(spec.label, locale)}` : `${textOf(spec.label, locale)} ${time}`,
  examples: spec.examples,
})
