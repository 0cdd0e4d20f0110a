import type { Issue } from '../../errors/app-error.ts'
import type { ChildFunction, Value } from '../expression.ts'
import { bindingPowers, type FormulaFunction, type FormulaNotation } from '../formula-function.ts'
import { childFunctionNamed, isMeasure, type FormulaNames } from './formula-names.ts'
import { percentWorth, readNumber } from './formula-number.ts'
import type { Syntax } from './formula-syntax.ts'
import { tokeniseFormula, type Span, type Token } from './tokenise-formula.ts'

/** Something wrong with a formula, and where: `offset` and `length` in the text. `path` leads into the tree, '' when there is none. */
export interface FormulaIssue extends Issue, Span {}

/** Far deeper than an expression may be; only guards the stack. */
const deepest = 200

/** The written formula as a tree, or the first thing that keeps it from being one. */
export const parseSyntax = (text: string, names: FormulaNames): { root: Syntax } | { issue: FormulaIssue } => {
  const parser = new SyntaxParser(tokeniseFormula(text, names), names)
  try {
    return { root: parser.whole() }
  } catch (error) {
    if (error instanceof SyntaxFault) return { issue: error.issue }
    throw error
  }
}

/** Leaves the parser from any depth; never seen outside this file. */
class SyntaxFault extends Error {
  readonly issue: FormulaIssue
  constructor(code: string, { offset, length }: Span, params: Record<string, string | number> = {}) {
    super(code)
    this.issue = { path: '', code, params, offset, length }
  }
}

const between = (from: Span, to: Span): Span => ({ offset: from.offset, length: to.offset + to.length - from.offset })

/** Operator precedence parsing: each operator takes to its right what binds tighter than itself. */
class SyntaxParser {
  readonly #tokens: Token[]
  readonly #names: FormulaNames
  #at = 0
  #depth = 0

  constructor(tokens: Token[], names: FormulaNames) {
    this.#tokens = tokens
    this.#names = names
  }

  whole(): Syntax {
    const first = this.#peek()
    // A leading = is Excel's habit.
    if (first.kind === 'sign' && first.text === '=') this.#at += 1
    if (this.#peek().kind === 'end') throw new SyntaxFault('empty-formula', first)
    const root = this.#expression(0)
    const rest = this.#peek()
    if (rest.kind === 'close') throw new SyntaxFault('stray-bracket', rest, { bracket: rest.text })
    if (rest.kind !== 'end') throw new SyntaxFault('operator-expected', rest, { text: rest.text })
    return root
  }

  #peek(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1)
    return token ?? { kind: 'end', text: '', offset: 0, length: 0 }
  }

  #next(): Token {
    const token = this.#peek()
    this.#at += 1
    return token
  }

  #expression(power: number): Syntax {
    this.#depth += 1
    if (this.#depth > deepest) throw new SyntaxFault('too-deep', this.#peek(), { max: deepest })
    let left = this.#operand()
    for (let token = this.#peek(); token.kind !== 'end'; token = this.#peek()) {
      const fn = token.kind === 'sign' || token.kind === 'word' ? this.#names.infix(token.text) : undefined
      const holds = fn?.notation ? bindingPowers[fn.notation.power] : 0
      if (!fn?.notation || holds <= power) break
      this.#at += 1
      left = this.#joined(left, { fn, notation: fn.notation, token }, this.#expression(holds))
    }
    this.#depth -= 1
    return left
  }

  #joined(left: Syntax, by: { fn: FormulaFunction; notation: FormulaNotation; token: Token }, right: Syntax): Syntax {
    const { fn, notation, token } = by
    if (left.kind === 'call' && !left.isBracketed && left.fn.notation) {
      // 甲 且 乙 且 丙 is one call of three.
      if (left.fn === fn && fn.params.at(-1)?.rest) return { ...left, args: [...left.args, right], ...between(left, right) }
      if (notation.power === 'compare' && left.fn.notation.power === 'compare' && left.fn.notation.position === 'infix')
        throw new SyntaxFault('chained-comparison', token)
    }
    return { kind: 'call', fn, args: [left, right], ...between(left, right) }
  }

  #operand(): Syntax {
    const token = this.#next()
    if (token.isUnclosed) throw new SyntaxFault(token.kind === 'field' ? 'unclosed-field' : 'unclosed-text', token)
    if (token.kind === 'number') return literal(readNumber(token.text), token)
    if (token.kind === 'percent') return { ...literal(token.text, token), form: 'percent' }
    if (token.kind === 'text') return literal(token.text, token)
    if (token.kind === 'exact-text') return { ...literal(token.text, token), form: 'exact' }
    if (token.kind === 'field') return { kind: 'field', name: token.text.trim(), offset: token.offset, length: token.length }
    if (token.kind === 'open') return token.text === '[' ? this.#list(token) : this.#group(token)
    if (token.kind === 'word') return this.#word(token)
    return this.#prefixed(token)
  }

  #prefixed(token: Token): Syntax {
    const fn = token.kind === 'sign' || token.kind === 'word' ? this.#names.prefix(token.text) : undefined
    if (fn?.notation) {
      const number = this.#peek()
      if (fn.notation.power === 'sign' && number.kind === 'number') {
        this.#at += 1
        return literal(readNumber(`-${number.text}`), between(token, number))
      }
      const operand = this.#expression(bindingPowers[fn.notation.power] - 1)
      return { kind: 'call', fn, args: [operand], ...between(token, operand) }
    }
    if (token.kind === 'end') throw new SyntaxFault('unfinished-formula', token)
    if (token.kind === 'stray') throw new SyntaxFault('stray-sign', token, { text: token.text })
    throw new SyntaxFault('operand-expected', token, { text: token.text })
  }

  #word(token: Token): Syntax {
    if (this.#peek().kind === 'open' && this.#peek().text === '(') return this.#call(token)
    if (this.#names.prefix(token.text)) return this.#prefixed(token)
    const constant = this.#names.constant(token.text)
    if (constant !== undefined) return literal(constant, token)
    if (this.#names.infix(token.text)) throw new SyntaxFault('operand-expected', token, { text: token.text })
    return { kind: 'name', name: token.text, offset: token.offset, length: token.length }
  }

  #call(name: Token): Syntax {
    const open = this.#next()
    const { items, close } = this.#items(open)
    const place = between(name, close)
    const asked = childFunctionNamed(name.text)
    const [first] = items
    if (asked && first?.kind === 'name') return question(asked, { over: first, parts: items.slice(1) }, place)
    const fn = this.#names.functionNamed(name.text)
    return fn
      ? { kind: 'call', fn, args: items, isBracketed: true, ...place }
      : { kind: 'unknown-call', name: name.text, args: items, ...place }
  }

  /** One value in brackets stands for itself; several, or none, are a list. */
  #group(open: Token): Syntax {
    const { items, close, hasComma } = this.#items(open)
    const [only] = items
    if (!only || items.length > 1 || hasComma) return listOf(items, between(open, close))
    return only.kind === 'call' ? { ...only, isBracketed: true, ...between(open, close) } : { ...only, ...between(open, close) }
  }

  #list(open: Token): Syntax {
    const { items, close } = this.#items(open)
    return listOf(items, between(open, close))
  }

  #items(open: Token): { items: Syntax[]; close: Token; hasComma: boolean } {
    const bracket = open.text === '(' ? ')' : ']'
    const items: Syntax[] = []
    let hasComma = false
    while (this.#peek().kind !== 'close') {
      items.push(this.#expression(0))
      if (this.#peek().kind === 'comma') hasComma = this.#next().kind === 'comma'
      else if (this.#peek().kind === 'end') throw new SyntaxFault('missing-bracket', open, { bracket })
      else if (this.#peek().kind !== 'close')
        throw new SyntaxFault('operator-expected', this.#peek(), { text: this.#peek().text })
    }
    const close = this.#next()
    if (close.text !== bracket) throw new SyntaxFault('wrong-bracket', close, { bracket })
    return { items, close, hasComma }
  }
}

/** 计数(订单, 条件), 合计(订单, {金额}, 条件): the condition comes last and may be left out. */
const question = (
  fn: ChildFunction,
  { over, parts }: { over: Syntax & { kind: 'name' }; parts: Syntax[] },
  place: Span,
): Syntax => {
  const [of, where, ...rest] = isMeasure(fn) ? parts : [undefined, ...parts]
  if (rest[0]) throw new SyntaxFault('too-many-child-parts', rest[0])
  return { kind: 'children', fn, over, where, of, ...place }
}

const literal = (value: Value, { offset, length }: Span): Syntax & { kind: 'literal' } => ({
  kind: 'literal',
  value,
  form: 'plain',
  offset,
  length,
})

const listOf = (items: Syntax[], place: Span): Syntax => {
  const values = items.map((item) => {
    if (item.kind !== 'literal') throw new SyntaxFault('list-of-constants', item)
    return item.form === 'percent' ? percentWorth(item.value) : item.value
  })
  return literal(values, place)
}
