import { checkExpression, type CheckEnvironment } from '../check-expression.ts'
import type { Expression, Value, ValueType } from '../expression.ts'
import { functionName, formulaNames } from './formula-names.ts'
import { syntaxAt, type Syntax } from './formula-syntax.ts'
import type { FormulaVocabulary } from './formula-vocabulary.ts'
import { readLocalTime } from './local-time.ts'
import { lowerSyntax } from './lower-syntax.ts'
import { parseSyntax, type FormulaIssue } from './parse-syntax.ts'

/** A formula longer than this is refused unread. */
export const longestFormula = 20_000

export interface ParsedFormula {
  /** Null when the text cannot be read at all; with issues it must not be stored. */
  expression: Expression | null
  type: ValueType
  issues: FormulaIssue[]
}

/**
 * The expression a person wrote. Names may be labels, aliases or API names, punctuation full-width or plain. Every issue
 * says where it is in the text.
 * @example parseFormula('如果({金额} > 30000, "大单", "普通")', vocabulary).expression
 * // { call: 'if', args: [{ call: 'greaterThan', args: [{ field: 'amount' }, { value: 30000 }] }, …] }
 */
export const parseFormula = (
  text: string,
  vocabulary: FormulaVocabulary & Pick<CheckEnvironment, 'expects'>,
): ParsedFormula => {
  const nothing = { expression: null, type: 'any' as const }
  if (text.length > longestFormula)
    return {
      ...nothing,
      issues: [{ path: '', code: 'too-long', params: { max: longestFormula }, offset: 0, length: text.length }],
    }
  const parsed = parseSyntax(text, formulaNames(vocabulary.functions))
  if ('issue' in parsed) return { ...nothing, issues: [parsed.issue] }
  return finish(parsed.root, vocabulary)
}

const finish = (root: Syntax, vocabulary: FormulaVocabulary & Pick<CheckEnvironment, 'expects'>): ParsedFormula => {
  const { expression, issues } = lowerSyntax(root, vocabulary)
  const checked = checkExpression(expression, vocabulary)
  const times = checked.issues.filter(({ code, params }) => code === 'bad-literal' && params?.['type'] === 'instant')
  // What turns out to be a time was written as the wall clock shows it.
  const hasRead = times.map(({ path }) => readTimesAt(root, path, vocabulary.timeZone)).includes(true)
  if (hasRead) return finish(root, vocabulary)
  const placed = checked.issues.map((issue): FormulaIssue => {
    const { offset, length } = syntaxAt(root, issue.path)
    return { ...issue, params: namedParams(issue.params, vocabulary), offset, length }
  })
  // What names nothing was told with what it may have meant.
  const isToldAlready = ({ code, offset, length }: FormulaIssue): boolean =>
    code.startsWith('unknown-') && issues.some((told) => told.offset >= offset && told.offset + told.length <= offset + length)
  return { expression, type: checked.type, issues: [...issues, ...placed.filter((issue) => !isToldAlready(issue))] }
}

/** Turns a literal written in local time into the instant; false when it is not one or has been turned already. */
const readTimesAt = (root: Syntax, path: string, timeZone: string | undefined): boolean => {
  const node = syntaxAt(root, path)
  if (node.kind !== 'literal' || node.form !== 'plain' || timeZone === undefined) return false
  const read = (value: Value): Value => (typeof value === 'string' ? (readLocalTime(value, timeZone) ?? value) : value)
  const before = JSON.stringify(node.value)
  node.value = Array.isArray(node.value) ? node.value.map(read) : read(node.value)
  return JSON.stringify(node.value) !== before
}

/** Functions are told by the name they are written with. */
const namedParams = (
  params: Record<string, string | number> | undefined,
  { functions, locale }: FormulaVocabulary,
): Record<string, string | number> => {
  const fn = functions[String(params?.['function'])]
  return fn ? { ...params, function: functionName(fn, locale) } : { ...params }
}
