import type { Expression, Value } from '@jieli/core'

/** What a comparison needs beside its field: nothing, one value, two, several, a number of days, or an object. */
export type OperandKind = 'none' | 'one' | 'two' | 'many' | 'days' | 'object'

/** The comparisons that the builder offers, by the function each is written with. */
export const operandKinds = {
  equals: 'one',
  notEquals: 'one',
  isOneOf: 'many',
  isNotOneOf: 'many',
  isOfObject: 'object',
  greaterThan: 'one',
  atLeast: 'one',
  lessThan: 'one',
  atMost: 'one',
  between: 'two',
  contains: 'one',
  startsWith: 'one',
  endsWith: 'one',
  includes: 'one',
  includesAny: 'many',
  includesAll: 'many',
  isEmpty: 'none',
  isNotEmpty: 'none',
  isToday: 'none',
  isYesterday: 'none',
  isThisWeek: 'none',
  isLastWeek: 'none',
  isThisMonth: 'none',
  isLastMonth: 'none',
  isThisQuarter: 'none',
  withinLastDays: 'days',
  withinNextDays: 'days',
  olderThanDays: 'days',
} as const satisfies Record<string, OperandKind>
export type Operator = keyof typeof operandKinds

export interface Clause {
  kind: 'clause'
  field: string
  operator: Operator
  operands: Value[]
}
export interface Group {
  kind: 'group'
  join: 'and' | 'or'
  items: Condition[]
}
/** What the builder cannot draw: kept as it is, never lost. */
export interface Written {
  kind: 'written'
  expression: Expression
}
export type Condition = Clause | Group | Written

export const emptyGroup = (join: Group['join'] = 'and'): Group => ({ kind: 'group', join, items: [] })

const isOperator = (name: string): name is Operator => Object.hasOwn(operandKinds, name)
const operandCount = { none: 0, one: 1, two: 2, many: 1, days: 1, object: 1 } as const

const clauseOf = (expression: Expression): Clause | null => {
  if (!('call' in expression) || !isOperator(expression.call)) return null
  const [subject, ...rest] = expression.args
  if (!subject || !('field' in subject)) return null
  const kind = operandKinds[expression.call]
  const operands = rest.flatMap((arg) => ('value' in arg ? [arg.value] : []))
  if (operands.length !== rest.length || rest.length !== operandCount[kind]) return null
  if (kind === 'many' && !Array.isArray(operands[0])) return null
  if (kind !== 'many' && operands.some(Array.isArray)) return null
  return { kind: 'clause', field: subject.field, operator: expression.call, operands }
}

const conditionOf = (expression: Expression): Condition => {
  if ('call' in expression && (expression.call === 'and' || expression.call === 'or') && expression.args.length > 0)
    return { kind: 'group', join: expression.call, items: expression.args.map(conditionOf) }
  return clauseOf(expression) ?? { kind: 'written', expression }
}

/** The expression as the builder draws it: always a group at the top. `toExpression` gives the same expression back. */
export const toConditionTree = (expression: Expression | undefined): Group => {
  if (!expression) return emptyGroup()
  const condition = conditionOf(expression)
  return condition.kind === 'group' ? condition : { kind: 'group', join: 'and', items: [condition] }
}

const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Whether anything still waits for a field or a value. */
export const isComplete = (condition: Condition): boolean => {
  if (condition.kind === 'written') return true
  if (condition.kind === 'group') return condition.items.every(isComplete)
  const count = operandCount[operandKinds[condition.operator]]
  return condition.field !== '' && condition.operands.length === count && condition.operands.every(isFilled)
}

const expressionOf = (condition: Condition): Expression | undefined => {
  if (condition.kind === 'written') return condition.expression
  if (condition.kind === 'clause')
    return { call: condition.operator, args: [{ field: condition.field }, ...condition.operands.map((value) => ({ value }))] }
  const args = condition.items.flatMap((item) => expressionOf(item) ?? [])
  return args.length > 1 ? { call: condition.join, args } : args[0]
}

/** What the drawn tree means. An empty group asks nothing; a group of one is that one. */
export const toExpression = (tree: Group): Expression | undefined => expressionOf(tree)
