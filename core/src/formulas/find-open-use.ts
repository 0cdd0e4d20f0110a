import type { Expression, Value } from './expression.ts'
import type { FunctionRegistry } from './formula-function.ts'

/** How an expression uses covered values of the record itself. What it asks of children is looked at with the children. */
export interface CoveredUse {
  /** The first covered field that it uses in a way that would tell part of the value. */
  open: string | undefined
  /** The whole values it names, to be compared with covered ones. */
  named: Value[]
}

/**
 * Tells the harmless questions about covered values (is there one, is it exactly this one) from those that would give it
 * away piece by piece.
 *
 * @example findOpenUse(call('equals', field('phone'), literal('+8613800138000')), isCovered, functions) // { open: undefined, named: ['+8613800138000'] }
 * @example findOpenUse(call('startsWith', field('phone'), literal('+861380')), isCovered, functions) // { open: 'phone', named: [] }
 */
export const findOpenUse = (
  expression: Expression,
  isCovered: (path: string) => boolean,
  functions: FunctionRegistry,
): CoveredUse => {
  if ('field' in expression) return { open: isCovered(expression.field) ? expression.field : undefined, named: [] }
  if (!('call' in expression)) return { open: undefined, named: [] }
  const [first, ...others] = expression.args
  if (
    first &&
    'field' in first &&
    isCovered(first.field) &&
    Object.hasOwn(functions, expression.call) &&
    functions[expression.call]?.mayAskCovered &&
    others.every((other) => 'value' in other)
  )
    return { open: undefined, named: others.flatMap((other) => ('value' in other ? other.value : [])) }
  const parts = expression.args.map((part) => findOpenUse(part, isCovered, functions))
  return {
    open: parts.find(({ open }) => open !== undefined)?.open,
    named: parts.flatMap(({ named }) => named),
  }
}
