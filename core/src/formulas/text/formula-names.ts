import type { Locale } from '../../i18n/label.ts'
import { childFunctions, type ChildFunction } from '../expression.ts'
import type { FormulaFunction, FunctionRegistry } from '../formula-function.ts'
import { foldName, foldSigns } from './fold-text.ts'

/** The names and signs by which a registry's functions are written, and the names this language writes itself. */
export interface FormulaNames {
  /** The function called so: `如果`, `IF`, `if`. */
  functionNamed(word: string): FormulaFunction | undefined
  infix(word: string): FormulaFunction | undefined
  prefix(word: string): FormulaFunction | undefined
  /** 是, TRUE, 空 … : the value a bare word stands for. */
  constant(word: string): boolean | null | undefined
  /** Signs such as `<=`, longest first. */
  signs: readonly string[]
  /** Chinese words that stand between or before values, longest first: written without blanks, they cling to what follows. */
  joiners: readonly string[]
  isWord(word: string): boolean
  /** Every way to call a function, to guess what was meant. */
  callable: readonly string[]
}

const constants: Record<string, boolean | null> = {
  是: true,
  真: true,
  true: true,
  否: false,
  假: false,
  false: false,
  空: null,
  null: null,
}
/** As this language writes them. */
export const constantWords: Record<Locale, { yes: string; no: string; nothing: string }> = {
  'zh-CN': { yes: '是', no: '否', nothing: '空' },
  en: { yes: 'TRUE', no: 'FALSE', nothing: 'NULL' },
}

/** How questions to children are written, the first name of each language is the written one: `计数(订单, …)`, `COUNT(…)`. */
export const childFunctionNames: Record<ChildFunction, Record<Locale, readonly string[]>> = {
  any: { 'zh-CN': ['任一', '有'], en: ['ANY'] },
  all: { 'zh-CN': ['全部', '每个都'], en: ['ALL'] },
  none: { 'zh-CN': ['没有'], en: ['NONE'] },
  count: { 'zh-CN': ['计数', '个数'], en: ['COUNT', 'COUNTIF'] },
  sum: { 'zh-CN': ['合计', '求和'], en: ['SUM', 'SUMIF'] },
  avg: { 'zh-CN': ['平均', '平均值'], en: ['AVERAGE', 'AVG', 'AVERAGEIF'] },
  min: { 'zh-CN': ['最小', '最小值', '最早'], en: ['MIN'] },
  max: { 'zh-CN': ['最大', '最大值', '最晚'], en: ['MAX'] },
}

const childFunctionByName = new Map(
  childFunctions.flatMap((fn) =>
    Object.values(childFunctionNames[fn]).flatMap((names) => names.map((name) => [foldName(name), fn] as const)),
  ),
)

/** What is asked of children by a word, when its first argument names them. */
export const childFunctionNamed = (word: string): ChildFunction | undefined => childFunctionByName.get(foldName(word))

/** The figures that name what they measure before their condition: `合计(订单, {金额}, {状态} = "已付款")`. */
export const isMeasure = (fn: ChildFunction): boolean => fn === 'sum' || fn === 'avg' || fn === 'min' || fn === 'max'

const isAscii = (name: string): boolean => /^[\w.]+$/.test(name)

/** What a call is written with. In Chinese the label, in English the first English name: `如果(…)`, `IF(…)`. */
export const functionName = (fn: FormulaFunction, locale: Locale): string =>
  locale === 'zh-CN' ? fn.label['zh-CN'] : (fn.aliases?.find(isAscii) ?? fn.name.toUpperCase())

/** Every name of a function, as written. */
export const namesOfFunction = (fn: FormulaFunction): string[] => [fn.name, fn.label['zh-CN'], ...(fn.aliases ?? [])]

const signsOf = (fn: FormulaFunction): string[] =>
  fn.notation ? [fn.notation.written['zh-CN'], fn.notation.written.en, ...(fn.notation.also ?? [])] : []

const known = new WeakMap<FunctionRegistry, FormulaNames>()

/** Every word and sign of the functions, looked up the ways a reader of formulas needs. Made once for a registry. */
export const formulaNames = (functions: FunctionRegistry): FormulaNames => {
  const names = known.get(functions) ?? makeNames(Object.values(functions))
  known.set(functions, names)
  return names
}

const makeNames = (functions: FormulaFunction[]): FormulaNames => {
  const entries = (position: 'infix' | 'prefix'): (readonly [string, FormulaFunction])[] =>
    functions
      .filter((fn) => fn.notation?.position === position)
      .flatMap((fn) => signsOf(fn).map((sign) => [foldName(foldSigns(sign)), fn] as const))
  const callables = new Map(functions.flatMap((fn) => namesOfFunction(fn).map((name) => [foldName(name), fn] as const)))
  const [infix, prefix] = [new Map(entries('infix')), new Map(entries('prefix'))]
  const written = [...infix.keys(), ...prefix.keys()].toSorted((a, b) => b.length - a.length)
  const isWord = (word: string): boolean => {
    const name = foldName(word)
    return (
      callables.has(name) ||
      childFunctionByName.has(name) ||
      infix.has(name) ||
      prefix.has(name) ||
      Object.hasOwn(constants, name)
    )
  }
  return {
    functionNamed: (word) => callables.get(foldName(word)),
    infix: (word) => infix.get(foldName(word)),
    prefix: (word) => prefix.get(foldName(word)),
    constant: (word) => (Object.hasOwn(constants, foldName(word)) ? constants[foldName(word)] : undefined),
    signs: written.filter((sign) => !/[\p{L}\p{N}_]/u.test(sign)),
    joiners: written.filter((word) => /\p{Script=Han}/u.test(word)),
    isWord,
    callable: [
      ...functions.flatMap(namesOfFunction),
      ...childFunctions.flatMap((fn) => Object.values(childFunctionNames[fn]).flat()),
    ],
  }
}
