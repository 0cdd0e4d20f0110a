import type { Issue } from '../errors/app-error.ts'
import type { Expression, ValueType } from './expression.ts'
import { fieldsOf } from './fields-of.ts'
import { typeExpression, type TypingEnvironment } from './type-expression.ts'

export interface CheckEnvironment extends TypingEnvironment {
  /** What the whole must be worth: `boolean` for a condition. */
  expects?: ValueType
}

export interface CheckedExpression {
  type: ValueType
  /**
   * `path` leads into the tree (`args.1.args.0`). Codes: unknown-field {field} (missing and forbidden alike),
   * unknown-function {name}, wrong-argument-count {function, takes, count}, type-mismatch {expected, actual},
   * bad-literal {type}, wrong-child-parts {fn}, too-deep {max}, too-many-parts {max}.
   */
  issues: Issue[]
  fields: string[]
}

/**
 * Whether an expression makes sense where it is to be used. One without issues evaluates and compiles; the fields it
 * reads are the caller's to authorise.
 * @example checkExpression(call('equals', field('source'), literal('douyin')), { functions, typeOf: () => 'text' }) // no issues
 */
export const checkExpression = (expression: Expression, environment: CheckEnvironment): CheckedExpression => {
  const { root, issues } = typeExpression(expression, environment, environment.expects)
  const fields = fieldsOf(expression)
  const { expects } = environment
  if (issues.length > 0 || expects === undefined || root.type === expects || root.type === 'any')
    return { type: root.type, issues, fields }
  return {
    type: root.type,
    issues: [{ path: '', code: 'type-mismatch', params: { expected: expects, actual: root.type } }],
    fields,
  }
}
