import {
  AppError,
  checkExpression,
  compileExpression,
  compileValue,
  describeIssue,
  must,
  type Expression,
  type SqlContext,
  type ValueType,
} from '@jieli/core'
import { functionRegistry } from '../registries.ts'
import type { Bindings } from './bindings.ts'
import type { Column, Named } from './named-columns.ts'

/** The statement that an expression becomes part of. */
export interface Surroundings {
  bindings: Bindings
  context: SqlContext
}

const typingOver = ({ column, children }: Named) => ({
  functions: functionRegistry,
  typeOf: (path: string) => column(path)?.type,
  spellingOf: (path: string) => column(path)?.spelling,
  childTyping: (over: string) => children?.(over)?.typing,
})

/** SQL of a condition over what may be named. */
export const compileCondition = (condition: Expression, named: Named, surroundings: Surroundings): string => {
  const expression = asCondition(condition)
  const { issues } = checkExpression(expression, { ...typingOver(named), expects: 'boolean' })
  requireNone(issues)
  return compileExpression(expression, placesOf(named, surroundings))
}

/** SQL of a value over what may be named; where only some types make sense, `among` them. */
export const compileNamedValue = (
  expression: Expression,
  named: Named,
  { among, ...surroundings }: Surroundings & { among?: readonly ValueType[] | undefined },
): string => {
  const { issues, type } = checkExpression(expression, typingOver(named))
  requireNone(issues)
  if (among && !among.includes(type)) throw new AppError('invalid-query', { details: { reason: among.join('|') } })
  return compileValue(expression, placesOf(named, surroundings))
}

/** The type of an expression, and of the column that it is, if it is one. */
export const typeOfNamed = (expression: Expression, named: Named): Omit<Column, 'sql'> => {
  if ('field' in expression) return must(named.column(expression.field), expression.field)
  return { type: checkExpression(expression, typingOver(named)).type, columnType: undefined }
}

const requireNone = (issues: ReturnType<typeof checkExpression>['issues']): void => {
  const [issue] = issues
  if (issue) throw new AppError('invalid-query', { details: { reason: describeIssue(issue) }, issues })
}

/** Where in the statement each name stands. */
const placesOf = (named: Named, { bindings, context }: Surroundings) => {
  const known = (path: string): Column => must(named.column(path), path)
  return {
    ...typingOver(named),
    column: (path: string) => known(path).sql,
    columnType: (path: string) => known(path).columnType,
    wholeColumn: (path: string) => known(path).whole,
    childSource: (over: string) => must(named.children?.(over), over).open(),
    bind: (value: unknown, type: string) => bindings.bindAs(value, type),
    context,
  }
}

/** What could be of any type (`null`, a choice between nulls) is a condition here: said so, it is bound as one. */
const asCondition = (expression: Expression): Expression =>
  'call' in expression &&
  Object.hasOwn(functionRegistry, expression.call) &&
  functionRegistry[expression.call]?.returns === 'boolean'
    ? expression
    : { call: 'and', args: [expression] }
