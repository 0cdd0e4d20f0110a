import { textOf, type FormulaFunction, type Label, type Value } from '@jieli/core'
import { compareValues, orderedTypes } from './compare-values.ts'
import { ordered } from './sql-text.ts'

/** The first or last of several values in their order; the absent do not count. */
export const defineExtreme = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  /** Whether a value that compares so with the best one so far is better. */
  isBetter(order: number): boolean
  sql: 'least' | 'greatest'
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  params: [
    { name: 'first', type: 'any', among: orderedTypes },
    { name: 'others', type: 'any', among: orderedTypes, rest: true, optional: true },
  ],
  returns: 'any',
  evaluate: (args, _context, types) =>
    args.reduce((best: Value, value) => {
      const order = compareValues(value, best, types[0])
      if (order === null) return compareValues(value, value, types[0]) === null ? best : (best ?? value)
      return spec.isBetter(order) ? value : best
    }, null),
  sql: (args, _context, types) => `${spec.sql}(${args.map((arg) => ordered(arg, types[0])).join(', ')})`,
  sentence: (args, locale) =>
    locale === 'zh-CN'
      ? `${args.join('、')} 中${textOf(spec.label, locale)}的`
      : `${textOf(spec.label, locale)} of ${args.join(', ')}`,
  examples: spec.examples,
})
