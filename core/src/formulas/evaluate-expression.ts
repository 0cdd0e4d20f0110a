import { assert } from '../errors/assert.ts'
import type { Expression, Value, ValueType } from './expression.ts'
import { fitValue } from './fit-literal.ts'
import type { EvaluationContext, FunctionRegistry } from './formula-function.ts'
import { typeExpression, type TypedExpression } from './type-expression.ts'

export interface EvaluateEnvironment {
  functions: FunctionRegistry
  /** The value at a field path; missing values are null. */
  read(path: string): Value | undefined
  /**
   * The field's type. Without it a value's type is taken from what it is compared with or from the value itself, which
   * cannot tell the decimal '1.50' from text: give it wherever numbers may come as strings.
   */
  typeOf?(path: string): ValueType | undefined
  context: EvaluationContext
}

/** Faults that would change the meaning silently, unlike a value that merely counts as absent. */
const fatal: readonly string[] = ['unknown-function', 'too-deep', 'too-many-parts', 'wrong-argument-count']

/**
 * What an expression is worth for one record. Same result as its SQL, bit for bit. Never throws on values; an
 * expression that was not checked is a programmer's error.
 */
export const evaluate = (expression: Expression, environment: EvaluateEnvironment): Value =>
  prepareExpression(expression, environment)(environment)

/** The same for many records: functions and types are looked up once, which is most of the work. */
export const prepareExpression = (
  expression: Expression,
  { functions, typeOf }: Pick<EvaluateEnvironment, 'functions' | 'typeOf'>,
): ((record: RecordAtHand) => Value) => {
  const typing = typeExpression(expression, { functions, typeOf: (path) => typeOf?.(path) ?? 'any' })
  const fault = typing.issues.find((issue) => fatal.includes(issue.code))
  assert(fault === undefined, `an expression is checked before it is evaluated (${fault?.code})`)
  return (record) => evaluateTyped(typing.root, record)
}

type RecordAtHand = Pick<EvaluateEnvironment, 'read' | 'context'>

const evaluateTyped = (node: TypedExpression, record: RecordAtHand): Value => {
  if (node.kind === 'value') return node.value
  if (node.kind === 'field') return fitValue(record.read(node.path), node.type) ?? null
  return node.fn.evaluate(
    node.args.map((arg) => evaluateTyped(arg, record)),
    record.context,
    node.types,
  )
}
