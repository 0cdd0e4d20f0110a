import type { ClauseVerdict } from '../assignment/assignment-rule.ts'
import type { Expression } from './expression.ts'
import { evaluate, type EvaluateEnvironment } from './evaluate-expression.ts'
import { childrenOf, fieldsOf } from './fields-of.ts'
import type { FunctionRegistry } from './formula-function.ts'
import { printExpression, type PrintEnvironment } from './print-expression.ts'
import { findFunction } from './type-expression.ts'

export type ExplainEnvironment = EvaluateEnvironment & PrintEnvironment

export interface ConditionExplanation {
  holds: boolean
  clauses: ClauseVerdict[]
}

/**
 * Why a condition holds for a record or does not: each of the things that all had to hold, as a sentence, with its own
 * verdict and the values it read. Alternatives stay together as one clause.
 */
export const explainCondition = (expression: Expression, environment: ExplainEnvironment): ConditionExplanation => {
  const clauses = clausesOf(expression, environment.functions).map((clause) => explainClause(clause, environment))
  return { holds: clauses.every((clause) => clause.holds), clauses }
}

const clausesOf = (expression: Expression, functions: FunctionRegistry): Expression[] =>
  'call' in expression && findFunction(functions, expression.call)?.isConjunction
    ? expression.args.flatMap((arg) => clausesOf(arg, functions))
    : [expression]

const explainClause = (clause: Expression, environment: ExplainEnvironment): ClauseVerdict => ({
  sentence: printExpression(clause, environment),
  holds: evaluate(clause, environment) === true,
  read: [
    ...fieldsOf(clause).map((path) => ({ field: path, value: environment.formatField(path, environment.read(path) ?? null) })),
    // Of children: how many there were to look at.
    ...new Map(
      childrenOf(clause).map(({ over }) => [over, { field: over, value: String(environment.children?.(over).length ?? 0) }]),
    ).values(),
  ],
})
