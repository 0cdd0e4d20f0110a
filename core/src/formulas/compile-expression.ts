import { assert, must } from '../errors/assert.ts'
import type { ChildFunction, Expression, Value, ValueType } from './expression.ts'
import type { SqlContext } from './formula-function.ts'
import { paramAt, typeExpression, type TypedExpression, type TypingEnvironment } from './type-expression.ts'

type ScalarSqlType = 'text' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'uuid'
/** The PostgreSQL type a literal is bound as. */
export type SqlType = ScalarSqlType | `${ScalarSqlType}[]`

/** Where the fields of a record stand in a statement. */
export interface FieldColumns {
  /** SQL text for a field: `t0.f_12`. */
  column(path: string): string
  /** The field's PostgreSQL type. Only `uuid` and `uuid[]` matter: other ids are text. */
  columnType?(path: string): string | undefined
  /** The bare column of which a field's value is a part, where it is not the column itself. */
  wholeColumn?(path: string): string | undefined
  /** Children to ask, by what `over` says: each call is a sub-select of its own. */
  childSource?(over: string): ChildSource
}

export interface ChildSource extends FieldColumns {
  /** `FROM … WHERE …`: the children that count. Asked last, when all their fields have been named. */
  rows(): string
}

export interface CompileEnvironment extends TypingEnvironment, FieldColumns {
  /** Keeps a value and names it, cast to its type: `$4::text`, `$5::numeric[]`. */
  bind(value: Value, type: SqlType): string
  context: SqlContext
}

/**
 * SQL text with the expression's value. A boolean may be NULL for false, as a condition may in WHERE, so that indexes
 * stay usable; to select it, use `compileValue`.
 */
export const compileExpression = (expression: Expression, environment: CompileEnvironment): string =>
  compileNode(typedFor(expression, environment), environment)

/** SQL text to select, group or sort by: a condition that does not hold is false, never NULL. */
export const compileValue = (expression: Expression, environment: CompileEnvironment): string => {
  const root = typedFor(expression, environment)
  return isCondition(root) ? `(${compileNode(root, environment)} IS TRUE)` : compileNode(root, environment)
}

const typedFor = (expression: Expression, environment: CompileEnvironment): TypedExpression => {
  const { root, issues } = typeExpression(expression, environment)
  assert(issues.length === 0, `an expression is checked before it is compiled (${issues[0]?.code} at '${issues[0]?.path}')`)
  return root
}

/** How the ids of one call are compared: as uuids where all can be, else as text. */
type IdForm = 'uuid' | 'text'

const compileNode = (node: TypedExpression, environment: CompileEnvironment, ids: IdForm | 'as-is' = 'as-is'): string => {
  if (node.kind === 'value') return compileLiteral(node, environment, ids)
  if (node.kind === 'field') return compileField(node, environment, ids)
  if (node.kind === 'children') return compileChildren(node, environment)
  const form = idForm(node, environment)
  const args = node.args.map((arg, index) => {
    const sql = compileNode(arg, environment, form)
    return isCondition(arg) && paramAt(node.fn, index)?.type !== 'boolean' ? `(${sql} IS TRUE)` : sql
  })
  const write = (first: readonly string[]): string =>
    `(${node.fn.sql([...first, ...args.slice(first.length)], environment.context, node.types)})`
  const whole = wholeValue(node, environment, form)
  const sql = whole === undefined ? write([]) : `(${write([whole])} AND ${write([])})`
  return node.type === 'id' && ids === 'uuid' ? `${sql}::uuid` : sql
}

/** The column to ask first, where a reader sees a part of its value and a part cannot hold what the whole does not. */
const wholeValue = (
  { fn, args: [part] }: TypedExpression & { kind: 'call' },
  environment: CompileEnvironment,
  form: IdForm,
): string | undefined => {
  if (!fn.growsWithValue || part?.kind !== 'field') return undefined
  const whole = environment.wholeColumn?.(part.path)
  return whole !== undefined && form === 'text' && part.type === 'list' ? `${whole}::text[]` : whole
}

const compileChildren = (node: TypedExpression & { kind: 'children' }, environment: CompileEnvironment): string => {
  const source = must(environment.childSource, `no source of children (${node.over})`)(node.over)
  // The child's columns in place of the record's, those it lacks included: a path must never be read one level too high.
  const inside: CompileEnvironment = {
    ...environment,
    column: (path) => source.column(path),
    columnType: (path) => source.columnType?.(path),
    wholeColumn: (path) => source.wholeColumn?.(path),
    childSource: (over) => must(source.childSource, `no source of children (${over})`)(over),
  }
  const where = node.where && compileNode(node.where, inside)
  const of = node.of && compileNode(node.of, inside)
  return childQuestions[node.fn]({ rows: source.rows(), and: where ? ` AND (${where})` : '', where, of })
}

interface ChildQuestion {
  rows: string
  and: string
  where: string | undefined
  of: string | undefined
}

/** EXISTS where it serves: it stops at the first child, and the planner may turn it into a join. */
const childQuestions: Record<ChildFunction, (question: ChildQuestion) => string> = {
  any: ({ rows, and }) => `EXISTS (SELECT 1 ${rows}${and})`,
  // In brackets: NOT binds looser than a comparison beside it.
  none: ({ rows, and }) => `(NOT EXISTS (SELECT 1 ${rows}${and}))`,
  all: ({ rows, where }) => `(NOT EXISTS (SELECT 1 ${rows} AND (${where}) IS NOT TRUE))`,
  count: ({ rows, and }) => `(SELECT count(*)::numeric ${rows}${and})`,
  sum: ({ rows, and, of }) => `(SELECT coalesce(sum((${of})::numeric), 0) ${rows}${and})`,
  avg: ({ rows, and, of }) =>
    `(SELECT round(div(sum((${of})::numeric) * 1e13, nullif(count(${of}), 0)) * 1e-13, 12) ${rows}${and})`,
  min: ({ rows, and, of }) => `(SELECT min(${of}) ${rows}${and})`,
  max: ({ rows, and, of }) => `(SELECT max(${of}) ${rows}${and})`,
}

const compileField = (
  node: TypedExpression & { kind: 'field' },
  environment: CompileEnvironment,
  ids: IdForm | 'as-is',
): string => {
  const column = environment.column(node.path)
  if (ids !== 'text' || !isUuidColumn(node, environment)) return column
  return node.type === 'list' ? `(${column})::text[]` : `(${column})::text`
}

const compileLiteral = (
  node: TypedExpression & { kind: 'value' },
  environment: CompileEnvironment,
  ids: IdForm | 'as-is',
): string => {
  const element = node.type === 'list' ? node.element : node.type
  // Beside a list of records a literal's type is not known to be an id, for lists hold texts as well.
  const scalar = (element === 'id' || element === 'text') && ids === 'uuid' ? 'uuid' : sqlTypes[element]
  const fit = (value: Value): Value => (scalar === 'uuid' && value !== null ? toUuid(value) : value)
  const value = Array.isArray(node.value) ? node.value.map(fit) : fit(node.value)
  return environment.bind(value, node.type === 'list' ? `${scalar}[]` : scalar)
}

const sqlTypes: Record<ValueType, ScalarSqlType> = {
  text: 'text',
  id: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  list: 'text',
  any: 'text',
}

/**
 * A uuid column is left bare, so that its index serves, when all beside it are uuid columns, literals or constants of
 * the context such as the current user. Whatever passes ids on (a choice between two) deals in text.
 */
const idForm = (call: TypedExpression & { kind: 'call' }, environment: CompileEnvironment): IdForm => {
  const parts = call.args.filter((arg) => arg.type === 'id' || arg.type === 'list')
  const canBeUuid = parts.every(
    (arg) => arg.kind === 'value' || isUuidColumn(arg, environment) || (arg.kind === 'call' && arg.args.length === 0),
  )
  return call.fn.returns === 'boolean' && canBeUuid && parts.some((arg) => isUuidColumn(arg, environment)) ? 'uuid' : 'text'
}

const isUuidColumn = (node: TypedExpression, environment: CompileEnvironment): boolean =>
  node.kind === 'field' &&
  (node.type === 'id' || node.type === 'list') &&
  (environment.columnType?.(node.path) ?? '').startsWith('uuid')

const isCondition = (node: TypedExpression): boolean => node.kind === 'call' && node.fn.returns === 'boolean'

const nobody = '00000000-0000-0000-0000-000000000000'

/** What is no uuid equals none, and must not stop the query: it becomes the one that no record has. */
const toUuid = (value: Value): Value =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value) ? value : nobody
