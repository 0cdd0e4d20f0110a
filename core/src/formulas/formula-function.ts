import type { Label, Locale } from '../i18n/label.ts'
import type { Value, ValueType } from './expression.ts'

/** What a function may know besides its arguments. Volatile functions read `now`; nothing reads the machine's clock. */
export interface EvaluationContext {
  /** The moment of evaluation, ISO in UTC. */
  now: string
  /** The workspace's zone, e.g. `Asia/Shanghai`. 本周, 今天 and hours of the day are reckoned in it. */
  timeZone: string
  /** The person asking; `currentUser()` is worth this id. */
  userId: string | null
}

/** Names the compiler gives to the context's values inside SQL text, e.g. `$3`. */
export interface SqlContext {
  now: string
  timeZone: string
  userId: string
}

/** One parameter. All arguments given to `any` parameters of one call must be of one type, unless they are of two groups. */
export interface FormulaParam {
  name: string
  type: ValueType
  optional?: boolean
  /** The last ones may repeat: one takes every further argument, two take them in turn. */
  rest?: boolean
  /** With `any`: the types it takes. With `list`: what its members may be. Absent: all. */
  among?: readonly ValueType[]
  /** With `any`: only those of the same group share a type. A function that returns `any` returns that of the unnamed group. */
  group?: string
}

/** How tightly an operator holds its arguments, the loosest first; Excel's order. */
export const bindingPowers = { or: 1, and: 2, not: 3, compare: 4, join: 5, sum: 6, product: 7, power: 8, sign: 9 } as const

/** A sign or word written between two arguments, or before one: `{金额} > 30000`, `甲 且 乙`, `-{金额}`. */
export interface FormulaNotation {
  position: 'infix' | 'prefix'
  power: keyof typeof bindingPowers
  /** As the writer writes it. */
  written: { 'zh-CN': string; en: string }
  /** Other spellings that are read: `&&`, `≠`. */
  also?: readonly string[]
}

/** The functions at hand, by name: `formulaFunctions` of `extensions/formula-functions`. */
export type FunctionRegistry = Readonly<Record<string, FormulaFunction>>

/**
 * One function of the language. Both faces give the same result for every input: a differential test holds them to it.
 *
 * Booleans: a comparison with an absent value is false, in JS by returning false and in SQL by being NULL or false
 * (`not` compiles to `IS NOT TRUE`, and a boolean that is selected is wrapped in `IS TRUE`), so indexes stay usable.
 */
export interface FormulaFunction {
  /** Camel case, stable, English: `isOneOf`. */
  name: string
  /** As it is chosen in the builder: { 'zh-CN': '属于', en: 'is one of' }. The Chinese one is also written in formulas. */
  label: Label
  /** What else it is called in formulas; the first English one is what an English formula is written with: `IF`. */
  aliases?: readonly string[]
  /** How it is written other than as `name(…)`. Always two arguments for `infix`, more when the last one repeats. */
  notation?: FormulaNotation
  /** What it gives, in a sentence for the help beside the editor. Absent: its label says it. */
  help?: Label
  params: FormulaParam[]
  /** `any`: the type that its `any` arguments of no named group share. */
  returns: ValueType
  /** True when the result depends on `now` or on who asks: such results are never stored. */
  isVolatile?: boolean
  /** It is written between its arguments (且, ＋), so inside another operator it takes brackets. */
  isOperator?: boolean
  /**
   * It holds for a value whenever it holds for a part of it, and never for none (包括, 等于): of a value of which a reader sees
   * a part, the whole column may then be asked first, by its index. Its first argument is the value.
   */
  growsWithValue?: boolean
  /** It holds exactly when all its arguments hold: explanations then give each argument a line of its own. */
  isConjunction?: boolean
  /**
   * It may be asked of a value that the asker sees covered, in its first argument, the others being plain values: it tells no
   * more than whether a value is there, or is the whole one that the asker names. Absent: it would tell a part, and is refused.
   * As it deals in whole values, those written beside a field with spellings (a phone) are read by the field's type first.
   */
  mayAskCovered?: true
  /** Total: a value of the wrong type counts as absent. `types` are the arguments' types, `any` already resolved. */
  evaluate(args: Value[], context: EvaluationContext, types: ValueType[]): Value
  /**
   * `args` are SQL texts made by the compiler; user values are already placeholders, so joining text is safe. A text
   * that is needed twice must not be written twice (nesting would double it each time); `types` as in `evaluate`.
   */
  sql(args: string[], context: SqlContext, types: ValueType[]): string
  /** The call as a phrase; `args` are phrases already: `来源 等于 抖音`. */
  sentence(args: string[], locale: Locale): string
  /** Its documentation and its tests. */
  examples: { args: Value[]; result: Value; context?: Partial<EvaluationContext> }[]
}
