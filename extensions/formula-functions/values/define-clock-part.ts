import { microsOfDay, parseInstant, textOf, wallTime, type FormulaFunction, type Label } from '@jieli/core'
import { wallSql } from './sql-text.ts'

/** What a clock on the wall of the workspace shows at an instant: the hour, the minute, the second. */
export const defineClockPart = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  part: 'hour' | 'minute' | 'second'
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  params: [{ name: 'time', type: 'instant' }],
  returns: 'number',
  evaluate: ([time], context) => {
    const instant = typeof time === 'string' ? parseInstant(time) : null
    if (instant === null) return null
    const wall = wallTime(instant, context.timeZone)
    const seconds = Number((((wall % microsOfDay) + microsOfDay) % microsOfDay) / 1_000_000n)
    if (spec.part === 'hour') return Math.floor(seconds / 3_600)
    return spec.part === 'minute' ? Math.floor(seconds / 60) % 60 : seconds % 60
  },
  sql: ([time = 'NULL'], context) => `floor(extract(${spec.part} FROM ${wallSql(time, context)}))`,
  sentence: ([time], locale) =>
    locale === 'zh-CN' ? `${time} 的${textOf(spec.label, locale)}` : `${textOf(spec.label, locale)} ${time}`,
  examples: spec.examples,
})
