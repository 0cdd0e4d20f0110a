import type { FormulaFunction } from './formula-function.ts'
import { groupOf, paramAt } from './type-expression.ts'

/** Whether literals at a parameter are values of the field beside them: 抖音 in 来源 = 抖音, but not the 7 of 最近 7 天. */
const speaksOfField = (fn: FormulaFunction, index: number): boolean => ['any', 'list'].includes(paramAt(fn, index)?.type ?? '')

/**
 * The field whose values the literals at a place of a call are: the first among the arguments that share a type with it,
 * else, for functions that pass a value on, the one beside the whole call. `paths` are the arguments that are fields.
 * @example besideAt(1, { paths: ['source', undefined], fn: equals }) // 'source'
 */
export const besideAt = (
  index: number,
  call: { paths: readonly (string | undefined)[]; fn: FormulaFunction; inherited?: string | undefined },
): string | undefined => {
  const { paths, fn, inherited } = call
  if (!speaksOfField(fn, index)) return undefined
  const group = groupOf(paramAt(fn, index))
  const own = paths.find((path, at) => path !== undefined && speaksOfField(fn, at) && groupOf(paramAt(fn, at)) === group)
  return own ?? (fn.returns === 'any' && group === '' ? inherited : undefined)
}
