import type { Locale } from '../i18n/label.ts'
import type { Expression, Value } from './expression.ts'
import type { FormulaFunction, FunctionRegistry } from './formula-function.ts'
import { findFunction, paramAt } from './type-expression.ts'

export interface PrintEnvironment {
  functions: FunctionRegistry
  locale: Locale
  /** The field as people call it; of a hop, the whole way: 校区 的 城市. */
  labelOf(path: string): string
  /** A value of that field as people read it: `douyin` is 抖音. Given one member of a multiple choice at a time, as a list. */
  formatField(path: string, value: Value): string
}

/** The expression as a sentence: 来源 等于 抖音 且 意向科目 属于（中考数学、中考冲刺）. */
export const printExpression = (expression: Expression, environment: PrintEnvironment): string => {
  if ('value' in expression) return printValue(expression.value, undefined, environment)
  if ('field' in expression) return environment.labelOf(expression.field)
  const fn = findFunction(environment.functions, expression.call)
  if (!fn) return `${expression.call}(…)`
  const beside = fieldBeside(expression.args, fn)
  const phrases = expression.args.map((arg, index) => {
    const speaksOfField = ['any', 'list'].includes(paramAt(fn, index)?.type ?? '')
    if ('value' in arg) return printValue(arg.value, speaksOfField ? beside : undefined, environment)
    return bracketed(printExpression(arg, environment), needsBrackets(arg, { fn, index }, environment), environment.locale)
  })
  return fn.sentence(phrases, environment.locale)
}

/** The field whose values the literals of a call are; `isList` when it holds several. */
interface FieldBeside {
  path: string
  isList: boolean
}

const fieldBeside = (args: Expression[], fn: FormulaFunction): FieldBeside | undefined =>
  args.flatMap((arg, index) => {
    const type = paramAt(fn, index)?.type
    return 'field' in arg && (type === 'any' || type === 'list') ? [{ path: arg.field, isList: type === 'list' }] : []
  })[0]

const printValue = (value: Value, beside: FieldBeside | undefined, environment: PrintEnvironment): string => {
  const { locale } = environment
  if (value === null || value === '') return locale === 'zh-CN' ? '空' : 'nothing'
  if (Array.isArray(value)) {
    const members = value.map((member) => printValue(member, beside, environment))
    return locale === 'zh-CN' ? `（${members.join('、')}）` : `(${members.join(', ')})`
  }
  if (beside) return environment.formatField(beside.path, beside.isList ? [value] : value)
  if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' }[locale] : { 'zh-CN': '否', en: 'no' }[locale]
  return typeof value === 'number' ? String(value) : locale === 'zh-CN' ? `「${value}」` : `“${value}”`
}

/** 甲 且（乙 或 丙）: an operator inside another; the first of the same kind reads on without. */
const needsBrackets = (
  arg: Expression,
  outer: { fn: FormulaFunction; index: number },
  environment: PrintEnvironment,
): boolean => {
  if (!('call' in arg) || arg.args.length < 2 || !outer.fn.isOperator) return false
  const inner = findFunction(environment.functions, arg.call)
  return inner?.isOperator === true && !(inner.name === outer.fn.name && outer.index === 0)
}

const bracketed = (phrase: string, isNeeded: boolean, locale: Locale): string =>
  !isNeeded ? phrase : locale === 'zh-CN' ? `（${phrase}）` : `(${phrase})`
