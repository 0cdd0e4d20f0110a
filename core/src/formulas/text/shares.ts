import type { Expression } from '../expression.ts'
import type { FormulaFunction } from '../formula-function.ts'
import { paramAt } from '../type-expression.ts'

/**
 * A percent field keeps 12.5 for 12.5 %, and 金额 * 折扣 must be an eighth of the amount. So where a written formula reckons
 * with such a field, its tree says `share(discount)`; where it is compared with a constant or with its like, the bare field
 * stays, so that 折扣 > 10% is what the condition builder makes and an index serves it. These rules are those of the reader
 * and of the writer alike.
 */
export const shareFunction = 'share'
export const pointsFunction = 'points'

/** What an argument is, as far as it matters here: written or in a tree. */
export type ArgumentKind = 'share-field' | 'literal' | 'other'

/** Whether a percent field at this place of a call is compared as it is kept, rather than reckoned with. */
export const isComparedAsKept = (fn: FormulaFunction, index: number, kinds: readonly ArgumentKind[]): boolean => {
  const isOpen = (at: number): boolean => ['any', 'list'].includes(paramAt(fn, at)?.type ?? '')
  return fn.returns === 'boolean' && isOpen(index) && kinds.every((kind, at) => !isOpen(at) || kind !== 'other')
}

/** `share(discount)`, the call that an eighth of the amount needs. */
export const shareOf = (expression: Expression): Expression => ({ call: shareFunction, args: [expression] })

/** What a result that is kept in hundredths is kept as, given what was written: 0.125 becomes 12.5. */
export const asPoints = (written: Expression): Expression =>
  insideOf(shareFunction, written) ?? { call: pointsFunction, args: [written] }

/** The other way: what was written, given what is kept. */
export const asShare = (kept: Expression): Expression => insideOf(pointsFunction, kept) ?? shareOf(kept)

const insideOf = (name: string, expression: Expression): Expression | undefined =>
  'call' in expression && expression.call === name && expression.args.length === 1 ? expression.args[0] : undefined

/** `share(field)` of a percent field: written as the field alone where formulas reckon. */
export const sharedField = (expression: Expression, isShare: (path: string) => boolean): string | undefined => {
  const inside = insideOf(shareFunction, expression)
  return inside && 'field' in inside && isShare(inside.field) ? inside.field : undefined
}
