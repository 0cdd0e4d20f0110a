import type { ChildrenExpression, Expression, Value, ValueType } from '../expression.ts'
import { bindingPowers, type FormulaFunction } from '../formula-function.ts'
import { besideAt } from '../field-beside.ts'
import { findFunction, paramAt, typeExpression, type TypedExpression } from '../type-expression.ts'
import { assert } from '../../errors/assert.ts'
import { maxDepth, measureExpression } from '../measure-expression.ts'
import { foldName } from './fold-text.ts'
import { childFunctionNames, constantWords, formulaNames, functionName } from './formula-names.ts'
import { writeNumber } from './formula-number.ts'
import type { FormulaVocabulary, RecordVocabulary } from './formula-vocabulary.ts'
import { writeLocalTime } from './local-time.ts'
import { isComparedAsKept, pointsFunction, sharedField, shareFunction, type ArgumentKind } from './shares.ts'
import { parseFormula } from './parse-formula.ts'

/**
 * An expression as the text a person edits, with today's labels. What is written is read back as the same expression,
 * whatever has been renamed since; a function that is no more is written by its name.
 * @example writeFormula(call('greaterThan', field('amount'), literal(30_000)), vocabulary) // '{金额} > 30000'
 */
export const writeFormula = (expression: Expression, vocabulary: FormulaVocabulary): string => {
  assert(measureExpression(expression).depth <= maxDepth, 'an expression is checked before it is written')
  const { root } = typeExpression(expression, vocabulary)
  const text = new Writer(vocabulary).write(expression, { typed: root, isReckoned: true })
  if (vocabulary.timeZone === undefined || isReadBack(text, expression, vocabulary)) return text
  // Where nothing but the literals themselves says that they are times, a wall clock's time would be read as a text.
  const { timeZone: _, ...rest } = vocabulary
  return new Writer(rest).write(expression, { typed: root, isReckoned: true })
}

const isReadBack = (text: string, expression: Expression, vocabulary: FormulaVocabulary): boolean => {
  const parsed = parseFormula(text, vocabulary)
  return parsed.issues.length === 0 && JSON.stringify(parsed.expression) === JSON.stringify(expression)
}

/** What the writer knows of a part's place. */
interface Place {
  typed?: TypedExpression | undefined
  /** The field whose values its literals are. */
  beside?: string | undefined
  /** The parameter's type. */
  wanted?: ValueType | undefined
  /** A percent field written here is read as its share. */
  isReckoned?: boolean
}

class Writer {
  readonly #vocabulary: FormulaVocabulary

  constructor(vocabulary: FormulaVocabulary) {
    this.#vocabulary = vocabulary
  }

  write(node: Expression, place: Place): string {
    if ('value' in node) return this.#value(node.value, place)
    if ('field' in node) return place.isReckoned && this.#isShare(node.field) ? this.#kept(node.field) : this.#field(node.field)
    if ('over' in node) return this.#children(node, place.typed)
    const shared = sharedField(node, this.#isShare)
    if (shared !== undefined) return place.isReckoned ? this.#field(shared) : this.#named(shareFunction, this.#kept(shared))
    const fn = findFunction(this.#vocabulary.functions, node.call)
    const args = node.args.map((arg, index) => this.write(arg, this.#placeOf(node, index, place)))
    if (!fn) return `${node.call}(${args.join(', ')})`
    const notation = this.#notation(fn, args.length)
    if (!notation) return `${functionName(fn, this.#vocabulary.locale)}(${args.join(', ')})`
    const parts = node.args.map((arg, index) => (this.#needsBrackets(arg, { fn, index }) ? `(${args[index]})` : args[index]))
    const sign = notation.written[this.#vocabulary.locale]
    if (notation.position === 'infix') return parts.join(` ${sign} `)
    if (!/[\p{L}\p{N}]$/u.test(sign)) return `${sign}${parts[0]}`
    // A word before a bracket is a call: 非 (甲) = 乙 would be (非 甲) = 乙.
    return parts[0]?.startsWith('(') ? `${functionName(fn, this.#vocabulary.locale)}(${args[0]})` : `${sign} ${parts[0]}`
  }

  readonly #isShare = (path: string): boolean => this.#vocabulary.isShare?.(path) === true

  #field(path: string): string {
    return `{${this.#vocabulary.fields.nameOf(path).replace(/[\\}]/g, '\\$&')}}`
  }

  #named(name: string, written: string): string {
    const fn = findFunction(this.#vocabulary.functions, name)
    return `${fn ? functionName(fn, this.#vocabulary.locale) : name}(${written})`
  }

  /** What a percent field keeps, where the field alone would be read as its share. */
  #kept(path: string): string {
    return this.#named(pointsFunction, this.#field(path))
  }

  #children(node: ChildrenExpression, typed: TypedExpression | undefined): string {
    const { locale, functions, timeZone } = this.#vocabulary
    // The child speaks for its fields only: in which zone times are written is said once, for the whole formula.
    const inside: RecordVocabulary & { timeZone?: string } = this.#vocabulary.childTyping?.(node.over) ?? unknownRecord
    const { timeZone: _, ...record } = inside
    const writer = new Writer({ ...record, functions, locale, ...(timeZone === undefined ? {} : { timeZone }) })
    const parts = typed?.kind === 'children' ? typed : undefined
    const written = [
      this.#childName(node.over),
      ...(node.of ? [writer.write(node.of, { typed: parts?.of, isReckoned: true })] : []),
      ...(node.where ? [writer.write(node.where, { typed: parts?.where })] : []),
    ]
    return `${childFunctionNames[node.fn][locale][0]}(${written.join(', ')})`
  }

  /** The label where it can stand as a bare word. */
  #childName(over: string): string {
    const names = formulaNames(this.#vocabulary.functions)
    const name = this.#vocabulary.children?.nameOf(over) ?? over
    const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !names.isWord(name)
    return isPlain && !names.joiners.some((joiner) => foldName(name).startsWith(joiner)) ? name : over
  }

  #placeOf(node: Extract<Expression, { call: string }>, index: number, place: Place): Place {
    const fn = findFunction(this.#vocabulary.functions, node.call)
    const wanted = fn && paramAt(fn, index)?.type
    const isReckoned = (at: number): boolean => fn === undefined || this.#isReckoned(node, fn, at)
    const paths = node.args.map((arg, at) =>
      'field' in arg && !(this.#isShare(arg.field) && isReckoned(at)) ? arg.field : undefined,
    )
    const beside = fn && besideAt(index, { paths, fn, inherited: place.beside })
    const typed = place.typed?.kind === 'call' ? place.typed.args[index] : undefined
    return { typed, wanted, beside, isReckoned: isReckoned(index) }
  }

  /** As the reader takes it: 百分点({折扣}) is what the field keeps, and so is a comparison with a constant. */
  #isReckoned({ args }: { args: Expression[] }, fn: FormulaFunction, index: number): boolean {
    const arg = args[index]
    if (fn.name === pointsFunction && arg && sharedField(arg, this.#isShare) !== undefined) return false
    const kinds = args.map((each) => this.#kindOf(each))
    return !isComparedAsKept(fn, index, kinds)
  }

  #kindOf(arg: Expression): ArgumentKind {
    return 'value' in arg ? 'literal' : 'field' in arg && this.#isShare(arg.field) ? 'share-field' : 'other'
  }

  /** Between its arguments only when there are as many as its sign joins. */
  #notation({ notation, params }: FormulaFunction, count: number): FormulaFunction['notation'] {
    if (!notation) return undefined
    if (notation.position === 'prefix') return count === 1 ? notation : undefined
    return count === 2 || (count > 2 && params.at(-1)?.rest) ? notation : undefined
  }

  #needsBrackets(arg: Expression, outer: { fn: FormulaFunction; index: number }): boolean {
    const power = outer.fn.notation?.power
    // -(5) is a call, -5 a number.
    if ('value' in arg) return power === 'sign' && typeof arg.value === 'number' && arg.value >= 0
    const inner = 'call' in arg ? findFunction(this.#vocabulary.functions, arg.call) : undefined
    const innerNotation = inner && 'call' in arg && this.#notation(inner, arg.args.length)
    if (!innerNotation || power === undefined) return false
    const [within, around] = [bindingPowers[innerNotation.power], bindingPowers[power]]
    if (innerNotation.position === 'prefix' && outer.fn.notation?.position === 'prefix') return within < around
    if (within !== around) return within < around
    return outer.index > 0 || power === 'compare' || (inner === outer.fn && inner.params.at(-1)?.rest === true)
  }

  #value(value: Value, place: Place): string {
    const words = constantWords[this.#vocabulary.locale]
    if (value === null) return words.nothing
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (Array.isArray(value)) return this.#list(value, place)
    if (typeof value === 'number') return this.#number(value, place)
    return this.#text(value, place)
  }

  #list(values: Value[], place: Place): string {
    const members = values.map((value) => this.#value(value, place)).join(', ')
    const isPlain = values.length > 1 || (values.length === 1 && place.wanted === 'list' && isSaid(values[0]))
    return isPlain ? `(${members})` : `[${members}]`
  }

  #number(value: number, { beside }: Place): string {
    const { values } = this.#vocabulary
    const name = beside === undefined ? undefined : values?.nameOf(beside, value)
    if (beside !== undefined && name?.endsWith('%') && /^\d+(\.\d+)?%$/.test(name) && values?.named(beside, name) === value)
      return name
    return writeNumber(value)
  }

  #text(value: string, { beside, typed, wanted }: Place): string {
    const { values, timeZone } = this.#vocabulary
    const isTime = typed?.type === 'instant' || (typed?.kind === 'value' && typed.element === 'instant')
    if (isTime && timeZone !== undefined && (beside !== undefined || wanted === 'instant')) {
      const local = writeLocalTime(value, timeZone)
      if (local !== null) return quote(local)
    }
    if (beside === undefined || value === '' || !values) return quote(value)
    const name = values.nameOf(beside, value)
    if (name !== undefined && name !== '' && values.named(beside, name) === value) return quote(name)
    return values.named(beside, value) === value ? quote(value) : `@${quote(value)}`
  }
}

/** Children that are no more: what was asked of them is written with API names. */
const unknownRecord: RecordVocabulary = {
  typeOf: () => undefined,
  fields: { named: (name) => [name], nameOf: (path) => path, names: () => [] },
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A list of one that says nothing is kept apart from the nothing itself. */
const isSaid = (value: Value | undefined): boolean => value !== null && value !== '' && !Array.isArray(value)
