import { assert } from '../errors/assert.ts'
import type { Expression, Value, ValueType } from './expression.ts'
import { fitValue } from './fit-literal.ts'
import type { EvaluationContext, FunctionRegistry } from './formula-function.ts'
import { foldChildren } from './fold-children.ts'
import { typeExpression, type FieldTyping, type TypedExpression } from './type-expression.ts'

/** A record as an expression reads it. */
export interface RecordFacts {
  /** The value at a field path; missing values are null. */
  read(path: string): Value | undefined
  /** The records that point here, by what `over` says. Where they cannot be had, what is asked of them is absent. */
  children?(over: string): readonly RecordFacts[]
}

export interface EvaluateEnvironment extends RecordFacts {
  functions: FunctionRegistry
  /**
   * The field's type. Without it a value's type is taken from what it is compared with or from the value itself, which
   * cannot tell the decimal '1.50' from text: give it wherever numbers may come as strings.
   */
  typeOf?(path: string): ValueType | undefined
  /** How values written beside a field are read; without it they are taken as they are written. */
  spellingOf?(path: string): ((written: Value) => Value) | undefined
  /** The types of its children's fields; without it they are as above. */
  childTyping?(over: string): FieldTyping | undefined
  /** Keeps what is found out about an expression for the next record. Only for the same functions and the same types of fields. */
  memory?: ExpressionMemory
  context: EvaluationContext
}

/** Expressions that were prepared, by the object itself: a definition that changes is another object. */
export type ExpressionMemory = WeakMap<Expression, (record: RecordAtHand) => Value>

/** Faults that would change the meaning silently, unlike a value that merely counts as absent. */
const fatal: readonly string[] = ['unknown-function', 'too-deep', 'too-many-parts', 'wrong-argument-count', 'wrong-child-parts']

/**
 * What an expression is worth for one record. Same result as its SQL, bit for bit. Never throws on values; an
 * expression that was not checked is a programmer's error.
 */
export const evaluate = (expression: Expression, environment: EvaluateEnvironment): Value => {
  const prepared = environment.memory?.get(expression) ?? prepareExpression(expression, environment)
  environment.memory?.set(expression, prepared)
  return prepared(environment)
}

/** The same for many records: functions and types are looked up once, which is most of the work. */
export const prepareExpression = (
  expression: Expression,
  { functions, ...fields }: Pick<EvaluateEnvironment, 'functions' | keyof FieldTyping>,
): ((record: RecordAtHand) => Value) => {
  const typing = typeExpression(expression, { functions, ...looseTyping(fields) })
  const fault = typing.issues.find((issue) => fatal.includes(issue.code))
  assert(fault === undefined, `an expression is checked before it is evaluated (${fault?.code})`)
  return (record) => evaluateTyped(typing.root, record)
}

/** What is not known is of any type. */
const looseTyping = (fields: Partial<FieldTyping>): FieldTyping => ({
  typeOf: (path) => fields.typeOf?.(path) ?? 'any',
  spellingOf: (path) => fields.spellingOf?.(path),
  childTyping: (over) => looseTyping(fields.childTyping?.(over) ?? {}),
})

type RecordAtHand = RecordFacts & Pick<EvaluateEnvironment, 'context'>

const evaluateTyped = (node: TypedExpression, record: RecordAtHand): Value => {
  if (node.kind === 'value') return node.value
  if (node.kind === 'field') return fitValue(record.read(node.path), node.type) ?? null
  if (node.kind === 'children') return evaluateChildren(node, record)
  return node.fn.evaluate(
    node.args.map((arg) => evaluateTyped(arg, record)),
    record.context,
    node.types,
  )
}

const evaluateChildren = (node: TypedExpression & { kind: 'children' }, record: RecordAtHand): Value => {
  const { where, of } = node
  const all = record.children?.(node.over)
  if (!all) return null
  const at = (part: TypedExpression, child: RecordFacts): Value => evaluateTyped(part, { ...child, context: record.context })
  const kept = where ? all.filter((child) => at(where, child) === true) : all
  return foldChildren(node.fn, {
    all: all.length,
    kept: kept.length,
    values: of ? kept.map((child) => at(of, child)).filter((value) => value !== null) : [],
  })
}
