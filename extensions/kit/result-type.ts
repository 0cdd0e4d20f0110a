import { z } from 'zod'
import { call, literal, type Expression } from '@jieli/core/formulas/expression'

/** How the results of a computed field are kept and shown; the page offers these. */
export const resultSettings = {
  result: z.enum(['text', 'number', 'money', 'percent', 'date', 'instant', 'boolean']),
  /** Decimal places kept of numbers and percents. */
  scale: z.number().int().min(0).max(4).default(2),
}

interface ResultSettings {
  result: 'text' | 'number' | 'money' | 'percent' | 'date' | 'instant' | 'boolean'
  scale: number
}

/** The field type that stands for a result, with its settings. */
export const typeOfResult = ({ result, scale }: ResultSettings): { type: string; settings: Record<string, unknown> } => ({
  type: result,
  settings: result === 'number' || result === 'percent' ? { scale } : {},
})

/** Rounds as the column would, in the expression itself, so that what is reckoned in memory and in the database is one value. */
export const fittedTo = (expression: Expression, { result, scale }: ResultSettings): Expression => {
  const places = result === 'money' ? 2 : result === 'number' || result === 'percent' ? scale : null
  return places === null ? expression : call('round', expression, literal(places))
}
