import type { Locale } from '../i18n/label.ts'
import type { ChildFunction, ChildrenExpression, Expression, Value } from './expression.ts'
import { besideAt } from './field-beside.ts'
import type { FormulaFunction, FunctionRegistry } from './formula-function.ts'
import { findFunction, paramAt } from './type-expression.ts'

/** How the fields of a record are called. */
export interface FieldLabels {
  /** The field as people call it; of a hop, the whole way: 校区 的 城市. */
  labelOf(path: string): string
  /** A value of that field as people read it: `douyin` is 抖音. Given one member of a multiple choice at a time, as a list. */
  formatField(path: string, value: Value): string
  /** Its children, by what `over` says: 订单, and how their fields are called. */
  childLabels?(over: string): (FieldLabels & { label: string }) | undefined
}

export interface PrintEnvironment extends FieldLabels {
  functions: FunctionRegistry
  locale: Locale
}

/** The expression as a sentence: 来源 等于 抖音 且 意向科目 属于（中考数学、中考冲刺）. */
export const printExpression = (expression: Expression, environment: PrintEnvironment): string =>
  print(expression, undefined, environment)

const print = (expression: Expression, beside: FieldBeside | undefined, environment: PrintEnvironment): string => {
  if ('value' in expression) return printValue(expression.value, beside, environment)
  if ('field' in expression) return environment.labelOf(expression.field)
  if ('over' in expression) return printChildren(expression, environment)
  const fn = findFunction(environment.functions, expression.call)
  if (!fn) return `${expression.call}(…)`
  const phrases = expression.args.map((arg, index) => {
    const phrase = print(arg, fieldBeside(expression.args, { fn, index, inherited: beside }), environment)
    return bracketed(phrase, needsBrackets(arg, { fn, index }, environment), environment.locale)
  })
  return fn.sentence(phrases, environment.locale)
}

const printChildren = ({ over, fn, where, of }: ChildrenExpression, environment: PrintEnvironment): string => {
  const { locale } = environment
  const labels = environment.childLabels?.(over)
  const inside: PrintEnvironment = {
    functions: environment.functions,
    locale,
    ...(labels ?? { labelOf: (path) => path, formatField: (_, value) => printValue(value, undefined, environment) }),
  }
  const phrase = (part: Expression | undefined): string => (part ? printExpression(part, inside) : '')
  return childSentences[locale](fn, { label: labels?.label ?? over, where: phrase(where), of: phrase(of) })
}

type ChildPhrases = Record<'label' | 'where' | 'of', string>

const figures: Record<Locale, Record<Exclude<ChildFunction, 'any' | 'all' | 'none'>, string>> = {
  'zh-CN': { count: '个数', sum: '合计', avg: '平均', min: '最小', max: '最大' },
  en: { count: 'number', sum: 'sum', avg: 'average', min: 'least', max: 'greatest' },
}

const childSentences: Record<Locale, (fn: ChildFunction, phrases: ChildPhrases) => string> = {
  'zh-CN': (fn, { label, where, of }) => {
    const such = where === '' ? '' : `满足（${where}）`
    if (fn === 'any') return `有 ${label}${such === '' ? '' : ` ${such}`}`
    if (fn === 'none') return `没有 ${label}${such === '' ? '' : ` ${such}`}`
    if (fn === 'all') return `每个 ${label} 都${such}`
    const whole = such === '' ? label : `${such}的 ${label}`
    return `${whole}${of === '' ? '' : ` 的 ${of}`} ${figures['zh-CN'][fn]}`
  },
  en: (fn, { label, where, of }) => {
    const such = where === '' ? '' : ` with (${where})`
    if (fn === 'any') return `there is a ${label}${such}`
    if (fn === 'none') return `there is no ${label}${such}`
    if (fn === 'all') return `every ${label} has (${where})`
    return `${figures.en[fn]} of ${of === '' ? '' : `${of} of `}${label}${such}`
  },
}

/** The field whose values the literals of a call are; `isList` when it holds several. */
interface FieldBeside {
  path: string
  isList: boolean
}

const fieldBeside = (
  args: Expression[],
  { fn, index, inherited }: { fn: FormulaFunction; index: number; inherited: FieldBeside | undefined },
): FieldBeside | undefined => {
  const paths = args.map((arg) => ('field' in arg ? arg.field : undefined))
  const path = besideAt(index, { paths, fn, inherited: inherited?.path })
  if (path === undefined) return undefined
  const at = paths.indexOf(path)
  return at === -1 ? inherited : { path, isList: paramAt(fn, at)?.type === 'list' }
}

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
