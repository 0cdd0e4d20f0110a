import type { FormulaFunction, FormulaNotation, Label, Value, ValueType } from '@jieli/core'
import { textOf } from '@jieli/core'
import { compareValues } from './compare-values.ts'
import { ordered } from './sql-text.ts'

/** Two values of one type, a sign between them; false when one is absent. */
export const defineComparison = (spec: {
  name: string
  label: Label
  aliases: readonly string[]
  notation: FormulaNotation
  among: readonly ValueType[]
  operator: '=' | '<>' | '<' | '<=' | '>' | '>='
  holds: (order: number) => boolean
  examples: FormulaFunction['examples']
}): FormulaFunction => ({
  name: spec.name,
  label: spec.label,
  aliases: spec.aliases,
  notation: spec.notation,
  params: [
    { name: 'left', type: 'any', among: spec.among },
    { name: 'right', type: 'any', among: spec.among },
  ],
  returns: 'boolean',
  growsWithValue: true,
  // Of a covered value order would tell digit by digit; being the same takes the whole of it.
  ...(spec.operator === '=' || spec.operator === '<>' ? { mayAskCovered: true as const } : {}),
  evaluate: ([left, right]: Value[], _context, types) => {
    const order = compareValues(left, right, types[0])
    return order !== null && spec.holds(order)
  },
  sql: ([left = 'NULL', right = 'NULL'], _context, types) => {
    const hasOrder = spec.operator !== '=' && spec.operator !== '<>'
    return `${hasOrder ? ordered(left, types[0]) : left} ${spec.operator} ${right}`
  },
  sentence: ([left, right], locale) => `${left} ${textOf(spec.label, locale)} ${right}`,
  examples: spec.examples,
})
