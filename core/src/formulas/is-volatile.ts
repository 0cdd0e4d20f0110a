import { partsOf, type Expression } from './expression.ts'
import type { FunctionRegistry } from './formula-function.ts'
import { findFunction } from './type-expression.ts'

/** Whether the result changes by itself, with time or with who asks; such results are never stored. */
export const isVolatile = (expression: Expression, functions: FunctionRegistry): boolean =>
  ('call' in expression && findFunction(functions, expression.call)?.isVolatile === true) ||
  partsOf(expression).some(({ part }) => isVolatile(part, functions))
