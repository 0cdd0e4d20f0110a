import { evaluate, formatCivilDate, literal, type EvaluationContext, type FormulaFunction, type Value } from '@jieli/core'
import fc from 'fast-check'

/** Half past midnight on a Sunday in Shanghai, still Saturday in UTC: what mixes the two up is found out. */
const moment: EvaluationContext = { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai', userId: 'u-1' }

/** Asks one function as a formula does, with its arguments typed. `ask(add)(0.1, 0.2)` is 0.3. */
export const ask =
  (fn: FormulaFunction, context: Partial<EvaluationContext> = {}) =>
  (...args: Value[]): Value =>
    evaluate(
      { call: fn.name, args: args.map(literal) },
      { functions: { [fn.name]: fn }, read: () => null, context: { ...moment, ...context } },
    )

/** From 1833 to 2106, so centuries that are no leap years are met. */
export const anyDate = fc.integer({ min: -50_000, max: 50_000 }).map(formatCivilDate)
/** After China's last summer time. */
export const anyInstant = fc
  .integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((at) => new Date(at).toISOString())
/** Whole cents up to ten millions: money, which binary fractions would spoil. */
export const anyCents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
/** Text with emoji and Chinese; as PostgreSQL takes it, and never empty. */
export const anyText = fc.string({
  unit: fc.constantFrom('a', 'B', '中', '学', '😀', '%', '_', '-', ' ', '$'),
  minLength: 1,
  maxLength: 12,
})
