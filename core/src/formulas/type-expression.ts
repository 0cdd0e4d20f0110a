import type { Issue } from '../errors/app-error.ts'
import type { ChildFunction, ChildrenExpression, Expression, Value, ValueType } from './expression.ts'
import { fitList, fitValue } from './fit-literal.ts'
import type { FormulaFunction, FormulaParam, FunctionRegistry } from './formula-function.ts'
import { maxDepth, maxNodes, measureExpression } from './measure-expression.ts'

/** An expression whose functions are looked up, whose types are known and whose literals are of the type they stand for. */
export type TypedExpression =
  | { kind: 'value'; value: Value; type: ValueType; element: ValueType }
  | { kind: 'field'; path: string; type: ValueType }
  | { kind: 'call'; fn: FormulaFunction; args: TypedExpression[]; types: ValueType[]; type: ValueType }
  | {
      kind: 'children'
      over: string
      fn: ChildFunction
      where: TypedExpression | undefined
      of: TypedExpression | undefined
      type: ValueType
    }

/** The fields of a record, as far as the language must know them. */
export interface FieldTyping {
  /** Undefined for a field that does not exist or may not be used: the two are told apart nowhere. */
  typeOf(path: string): ValueType | undefined
  /**
   * How a value written beside a field is read, where one value has many spellings; what it cannot read it gives back as it
   * is. Undefined, or absent: as it is written.
   */
  spellingOf?(path: string): ((written: Value) => Value) | undefined
  /** The fields of its children, by what `over` says. Undefined, or absent, where children cannot be had. */
  childTyping?(over: string): FieldTyping | undefined
}

export interface TypingEnvironment extends FieldTyping {
  functions: FunctionRegistry
}

export interface Typing {
  root: TypedExpression
  issues: Issue[]
}

/** Types a whole tree; never throws. What is wrong becomes an issue and counts as absent. */
export const typeExpression = (expression: Expression, environment: TypingEnvironment, expected?: ValueType): Typing => {
  const { depth, nodes } = measureExpression(expression)
  if (depth > maxDepth) return { root: absent, issues: [{ path: '', code: 'too-deep', params: { max: maxDepth } }] }
  if (nodes > maxNodes) return { root: absent, issues: [{ path: '', code: 'too-many-parts', params: { max: maxNodes } }] }
  const typer = new Typer(environment)
  const root = typer.type(expression, expected, '')
  return { root, issues: typer.issues }
}

const absent: TypedExpression = { kind: 'value', value: null, type: 'any', element: 'any' }

/** The parameter that takes the argument at a position. */
export const paramAt = (fn: FormulaFunction, index: number): FormulaParam | undefined => {
  const repeated = fn.params.filter((param) => param.rest)
  return fn.params[index] ?? repeated[(index - fn.params.length) % repeated.length]
}

/** The function of that name; `constructor` is none, though every object has one. */
export const findFunction = (functions: FunctionRegistry, name: string): FormulaFunction | undefined =>
  Object.hasOwn(functions, name) ? functions[name] : undefined

/** What literals may stand for, the narrowest first, when nothing beside them says it. */
const guesses: readonly ValueType[] = ['instant', 'date', 'text', 'id', 'boolean', 'number']

class Typer {
  readonly issues: Issue[]
  readonly #environment: TypingEnvironment

  constructor(environment: TypingEnvironment, issues: Issue[] = []) {
    this.#environment = environment
    this.issues = issues
  }

  type(expression: Expression, expected: ValueType | undefined, path: string, element: ValueType = 'any'): TypedExpression {
    if ('value' in expression) return this.#typeLiteral(expression.value, expected, path, element)
    if ('field' in expression) return this.#typeField(expression.field, path)
    if ('over' in expression) return this.#typeChildren(expression, path)
    return this.#typeCall(expression, expected, path)
  }

  #typeLiteral(value: Value, expected: ValueType | undefined, path: string, element: ValueType): TypedExpression {
    const type =
      expected ?? (Array.isArray(value) ? 'list' : (guesses.find((guess) => fitValue(value, guess) !== undefined) ?? 'any'))
    const fitted = type === 'list' && Array.isArray(value) ? fitList(value, element) : fitValue(value, type)
    if (fitted === undefined) this.#report(path, 'bad-literal', { type: type === 'list' ? element : type })
    return { kind: 'value', value: fitted ?? null, type, element }
  }

  #typeField(name: string, path: string): TypedExpression {
    const type = this.#environment.typeOf(name)
    if (type === undefined) this.#report(path, 'unknown-field', { field: name })
    return { kind: 'field', path: name, type: type ?? 'any' }
  }

  #typeChildren({ over, fn, where, of }: ChildrenExpression, path: string): TypedExpression {
    const typing = this.#environment.childTyping?.(over)
    if (!typing) {
      this.#report(path, 'unknown-field', { field: over })
      return absent
    }
    const measured = measuredTypes[fn]
    if ((measured === undefined) !== (of === undefined) || (fn === 'all' && where === undefined))
      this.#report(path, 'wrong-child-parts', { fn })
    const child = new Typer(
      {
        functions: this.#environment.functions,
        typeOf: (name) => typing.typeOf(name),
        spellingOf: (name) => typing.spellingOf?.(name),
        childTyping: (name) => typing.childTyping?.(name),
      },
      this.issues,
    )
    const inside = (part: Expression, at: string, allowed: readonly ValueType[]): TypedExpression => {
      const way = path === '' ? at : `${path}.${at}`
      const typed = child.type(part, allowed.length === 1 ? allowed[0] : undefined, way)
      if (typed.type !== 'any' && !allowed.includes(typed.type))
        this.#report(way, 'type-mismatch', { expected: allowed.join('|'), actual: typed.type })
      return typed
    }
    return {
      kind: 'children',
      over,
      fn,
      where: where && inside(where, 'where', ['boolean']),
      ...measuredAs(fn, of && measured && inside(of, 'of', measured)),
    }
  }

  #typeCall(call: { call: string; args: Expression[] }, expected: ValueType | undefined, path: string): TypedExpression {
    const fn = findFunction(this.#environment.functions, call.call)
    if (!fn) {
      this.#report(path, 'unknown-function', { name: call.call })
      return absent
    }
    this.#checkArity(fn, call.args.length, path)
    const given = this.#readSpellings(fn, call.args.slice(0, fn.params.at(-1)?.rest ? undefined : fn.params.length))
    const at = (index: number): string => (path === '' ? `args.${index}` : `${path}.args.${index}`)
    const firm = given.map((arg, index) => (this.#isFlexible(arg) ? undefined : this.type(arg, undefined, at(index))))
    const shared = this.#sharedTypes(fn, { given, firm }, expected)
    const groupAt = (index: number): string => groupOf(paramAt(fn, index))
    const wanted = given.map((_, index) => wantedType(paramAt(fn, index), shared.get(groupAt(index))))
    const args = given.map(
      (arg, index) =>
        firm[index] ?? this.type(arg, wanted[index], at(index), membersOf(paramAt(fn, index), shared.get(groupAt(index)))),
    )
    args.forEach((arg, index) => this.#checkArgument(arg, paramAt(fn, index), { wanted: wanted[index], path: at(index) }))
    const own = shared.get('')
    // A list where anything may stand (为空) is the value itself and not what others are looked for in.
    if (
      own !== undefined &&
      own !== 'list' &&
      !listsHold(own) &&
      args.some((arg) => arg.type === 'list' && arg.kind !== 'value')
    ) {
      this.#report(path, 'type-mismatch', { expected: 'text', actual: own })
    }
    const types = wanted.map((type, index) => type ?? args[index]?.type ?? 'any')
    return { kind: 'call', fn, args, types, type: fn.returns === 'any' ? (own ?? 'any') : fn.returns }
  }

  /** Whole values that a field is compared with, as its type reads them. */
  #readSpellings(fn: FormulaFunction, given: Expression[]): Expression[] {
    if (!fn.mayAskCovered) return given
    const beside = given.find((arg) => 'field' in arg)
    const read = beside && this.#environment.spellingOf?.(beside.field)
    if (!read) return given
    return given.map((arg) => {
      if (!('value' in arg)) return arg
      return { value: Array.isArray(arg.value) ? arg.value.map((member) => read(member)) : read(arg.value) }
    })
  }

  /** What the `any` arguments of each group are: as the firm ones, else as is wanted of the whole, else as they look. */
  #sharedTypes(fn: FormulaFunction, { given, firm }: Arguments, expected: ValueType | undefined): Map<string, ValueType> {
    const shared = new Map<string, ValueType>()
    for (const group of new Set(['', ...fn.params.map(groupOf)])) {
      const wanted = group === '' && fn.returns === 'any' ? expected : undefined
      const type = this.#sharedType(fn, { given, firm }, group) ?? wanted ?? this.#guessType(fn, given, group)
      if (type !== undefined) shared.set(group, type)
    }
    return shared
  }

  /** Literals, and choices between literals, take the type of what stands beside them. */
  #isFlexible(expression: Expression): boolean {
    if (!('call' in expression)) return 'value' in expression
    const fn = findFunction(this.#environment.functions, expression.call)
    return (
      fn?.returns === 'any' &&
      expression.args.every((arg, index) => paramAt(fn, index)?.type !== 'any' || this.#isFlexible(arg))
    )
  }

  #sharedType(fn: FormulaFunction, { given, firm }: Arguments, group: string): ValueType | undefined {
    const isOf = (index: number, type: ValueType): boolean => {
      const param = paramAt(fn, index)
      return param?.type === type && groupOf(param) === group
    }
    const known = firm.find((arg, index) => arg && arg.type !== 'any' && isOf(index, 'any'))
    if (known) return known.type
    // The members of a list that is not written out are text.
    return given.some((_, index) => firm[index]?.type === 'list' && isOf(index, 'list')) ? 'text' : undefined
  }

  #guessType(fn: FormulaFunction, given: Expression[], group: string): ValueType | undefined {
    const written = given.flatMap((arg, index) => {
      const param = paramAt(fn, index)
      return groupOf(param) === group ? [{ type: param?.type, value: 'value' in arg ? arg.value : null }] : []
    })
    // A written list where anything may stand is a list; it says nothing of the others.
    if (written.some(({ type, value }) => type === 'any' && Array.isArray(value))) return undefined
    const literals = written.flatMap(({ type, value }) => (type === 'any' || type === 'list' ? value : []))
    const allowed = (type: ValueType): boolean =>
      fn.params.every((param) => groupOf(param) !== group || param.type !== 'any' || (param.among?.includes(type) ?? true))
    return guesses.find((type) => allowed(type) && literals.every((value) => fitValue(value, type) !== undefined))
  }

  #checkArity(fn: FormulaFunction, count: number, path: string): void {
    const min = fn.params.filter((param) => !param.optional).length
    const repeated = fn.params.filter((param) => param.rest).length
    const max = repeated > 0 ? Infinity : fn.params.length
    const isWhole = repeated < 2 || (count - fn.params.length) % repeated === 0
    if (count >= min && count <= max && isWhole) return
    const more = Array.from({ length: 3 }, (_, index) => min + index * repeated).join('、')
    const takes = max === min ? String(min) : repeated > 1 ? `${more} …` : max === Infinity ? `≥ ${min}` : `${min}–${max}`
    this.#report(path, 'wrong-argument-count', { function: fn.name, takes, count })
  }

  #checkArgument(
    arg: TypedExpression,
    param: FormulaParam | undefined,
    place: { wanted: ValueType | undefined; path: string },
  ): void {
    const { wanted, path } = place
    if (wanted !== undefined && wanted !== 'any' && arg.type !== 'any' && arg.type !== wanted) {
      this.#report(path, 'type-mismatch', { expected: wanted, actual: arg.type })
    } else if (param?.type === 'any' && param.among && arg.type !== 'any' && !param.among.includes(arg.type)) {
      this.#report(path, 'type-mismatch', { expected: param.among.join('|'), actual: arg.type })
    }
  }

  #report(path: string, code: string, params: Record<string, string | number>): void {
    this.issues.push({ path, code, params })
  }
}

/** What the figures over children measure. */
const measuredTypes: Partial<Record<ChildFunction, readonly ValueType[]>> = {
  sum: ['number'],
  avg: ['number'],
  min: ['number', 'date', 'instant'],
  max: ['number', 'date', 'instant'],
}

const measuredAs = (
  fn: ChildFunction,
  of: TypedExpression | undefined,
): { of: TypedExpression | undefined; type: ValueType } => {
  if (fn === 'any' || fn === 'all' || fn === 'none') return { of, type: 'boolean' }
  return { of, type: fn === 'min' || fn === 'max' ? (of?.type ?? 'any') : 'number' }
}

/** A call's arguments, and those whose type stands by itself. */
interface Arguments {
  given: Expression[]
  firm: (TypedExpression | undefined)[]
}

/** The arguments of a group share one type. */
export const groupOf = (param: FormulaParam | undefined): string => param?.group ?? ''

/** What the members of a written list at a parameter must be. */
const membersOf = (param: FormulaParam | undefined, shared: ValueType | undefined): ValueType =>
  (param?.type === 'list' ? param.among?.[0] : undefined) ?? shared ?? 'any'

const wantedType = (param: FormulaParam | undefined, shared: ValueType | undefined): ValueType | undefined =>
  param?.type === 'any' ? shared : param?.type

/** Fields that hold several hold texts or ids; only written lists may hold numbers or dates. */
const listsHold = (type: ValueType): boolean => type === 'text' || type === 'id' || type === 'any'
