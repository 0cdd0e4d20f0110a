import type { Expression, Value } from '../expression.ts'
import { besideAt } from '../field-beside.ts'
import { paramAt } from '../type-expression.ts'
import { percentWorth } from './formula-number.ts'
import { formulaNames } from './formula-names.ts'
import type { Syntax } from './formula-syntax.ts'
import type { FormulaVocabulary, RecordVocabulary } from './formula-vocabulary.ts'
import { nearName } from './near-name.ts'
import type { FormulaIssue } from './parse-syntax.ts'
import { isComparedAsKept, pointsFunction, shareOf, type ArgumentKind } from './shares.ts'

/** The expression a written formula stands for: names become API names, labels of options their ids. */
export const lowerSyntax = (
  root: Syntax,
  vocabulary: FormulaVocabulary,
): { expression: Expression; issues: FormulaIssue[] } => {
  const lowering = new Lowering(vocabulary)
  return { expression: lowering.lower(root, { isReckoned: true }), issues: lowering.issues }
}

/** Of a vocabulary, what is needed to look up names; of children, the child's. */
type Spoken = RecordVocabulary & Pick<FormulaVocabulary, 'functions'>

/** What stands around a part: the field whose values its literals are, and whether a list is wanted. */
interface Surroundings {
  beside?: string | undefined
  isListWanted?: boolean
  /** A percent field here stands for its share, rather than for what is kept. */
  isReckoned?: boolean
}

class Lowering {
  readonly issues: FormulaIssue[]
  readonly #vocabulary: Spoken

  constructor(vocabulary: Spoken, issues: FormulaIssue[] = []) {
    this.#vocabulary = vocabulary
    this.issues = issues
  }

  lower(node: Syntax, around: Surroundings): Expression {
    if (node.kind === 'literal') return { value: this.#literal(node, around) }
    if (node.kind === 'field') {
      const kept: Expression = { field: this.#field(node) }
      return around.isReckoned && this.#isShare(node) ? shareOf(kept) : kept
    }
    if (node.kind === 'call') return this.#call(node, around)
    if (node.kind === 'children') return this.#children(node)
    if (node.kind === 'unknown-call') {
      this.#unknown(node, { code: 'unknown-function', param: 'name', known: formulaNames(this.#vocabulary.functions).callable })
      return { call: node.name, args: [] }
    }
    this.#unknown(node, { code: 'unknown-word', param: 'name', known: this.#vocabulary.fields.names() })
    return { value: null }
  }

  #field(node: Syntax & { kind: 'field' }): string {
    const found = this.#vocabulary.fields.named(node.name)
    if (found.length > 1) this.#report(node, 'ambiguous-field', { field: node.name, names: found.join(' / ') })
    if (found.length === 0)
      this.#unknown(node, { code: 'unknown-field', param: 'field', known: this.#vocabulary.fields.names() })
    return found[0] ?? node.name
  }

  #children(node: Syntax & { kind: 'children' }): Expression {
    const { children: names } = this.#vocabulary
    const found = names?.named(node.over.name) ?? []
    if (found.length > 1) this.#report(node.over, 'ambiguous-children', { name: node.over.name, names: found.join(', ') })
    if (found.length === 0) this.#unknown(node.over, { code: 'unknown-children', param: 'name', known: names?.names() ?? [] })
    const over = found[0] ?? node.over.name
    const inside = this.#vocabulary.childTyping?.(over)
    if (!inside) return { over, fn: node.fn }
    const lowering = new Lowering({ ...inside, functions: this.#vocabulary.functions }, this.issues)
    return {
      over,
      fn: node.fn,
      ...(node.where ? { where: lowering.lower(node.where, {}) } : {}),
      ...(node.of ? { of: lowering.lower(node.of, { isReckoned: true }) } : {}),
    }
  }

  #call(node: Syntax & { kind: 'call' }, around: Surroundings): Expression {
    const { fn, args: given } = node
    const [only] = given
    // 百分点({折扣}) is what the field keeps, as it is.
    if (fn.name === pointsFunction && given.length === 1 && only && this.#isShare(only)) return this.lower(only, {})
    const kinds = given.map((arg) => this.#kindOf(arg))
    const isReckoned = given.map((_, index) => !isComparedAsKept(fn, index, kinds))
    const paths = given.map((arg, index) =>
      arg.kind === 'field' && !(isReckoned[index] && this.#isShare(arg))
        ? this.#vocabulary.fields.named(arg.name)[0]
        : undefined,
    )
    const args = given.map((arg, index) => {
      const isListWanted = paramAt(fn, index)?.type === 'list'
      const beside = besideAt(index, { paths, fn, inherited: around.beside })
      return this.lower(arg, { beside, isListWanted, isReckoned: isReckoned[index] === true })
    })
    return { call: fn.name, args }
  }

  #isShare(node: Syntax): boolean {
    if (node.kind !== 'field') return false
    const path = this.#vocabulary.fields.named(node.name)[0]
    return path !== undefined && this.#vocabulary.isShare?.(path) === true
  }

  #kindOf(node: Syntax): ArgumentKind {
    return node.kind === 'literal' ? 'literal' : this.#isShare(node) ? 'share-field' : 'other'
  }

  #literal(node: Syntax & { kind: 'literal' }, { beside, isListWanted }: Surroundings): Value {
    const { value, form } = node
    if (form === 'percent') return this.#percent(value, beside)
    const read = (one: Value): Value =>
      typeof one === 'string' && one !== '' && beside !== undefined && form !== 'exact'
        ? this.#valueNamed(node, beside, one)
        : one
    if (Array.isArray(value)) return value.map(read)
    return isListWanted && value !== null && value !== '' ? [read(value)] : read(value)
  }

  /** A share of a percent field is what that field stores for it; anywhere else a hundredth is a hundredth. */
  #percent(value: Value, beside: string | undefined): Value {
    const named = beside === undefined ? undefined : this.#vocabulary.values?.named(beside, `${value}%`)
    return typeof named === 'number' ? named : percentWorth(value)
  }

  #valueNamed(node: Syntax, path: string, text: string): Value {
    const { values } = this.#vocabulary
    const named = values ? values.named(path, text) : text
    if (named === undefined) this.#report(node, 'unknown-option', { value: text })
    return named ?? text
  }

  #unknown(
    node: Syntax & { name: string },
    { code, param, known }: { code: string; param: string; known: Iterable<string> },
  ): void {
    const near = nearName(node.name, known)
    this.#report(node, near === undefined ? code : `${code}-near`, {
      [param]: node.name,
      ...(near === undefined ? {} : { near }),
    })
  }

  #report({ offset, length }: Syntax, code: string, params: Record<string, string | number>): void {
    this.issues.push({ path: '', code, params, offset, length })
  }
}
