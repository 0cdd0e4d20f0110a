import {
  childFunctionNames,
  childFunctions,
  foldName,
  formulaNames,
  functionName,
  isMeasure,
  namesOfFunction,
  textOf,
  tokeniseFormula,
  type FormulaFunction,
  type Token,
  type ValueType,
} from '@jieli/core'
import { optionsOf } from '../../data/meta.ts'
import { fieldTypeOf } from '../condition-builder/condition-fields.ts'
import type { FormulaField, PageVocabulary } from './formula-vocabulary.ts'

export interface Suggestion {
  kind: 'field' | 'function' | 'children' | 'option'
  /** What is shown. */
  label: string
  /** Beside it, smaller: the type of a field, the other names of a function. */
  note: string
  /** What is written, and where the cursor stands in it afterwards. */
  insert: string
  cursor: number
  valueType?: ValueType
}

export interface Completion {
  /** Where what has been begun begins. */
  from: number
  suggestions: Suggestion[]
}

/** What may be written at a place: fields after {, options after a comparison with a choice, else anything that begins so. */
export const completeFormula = (text: string, at: number, vocabulary: PageVocabulary): Completion => {
  const tokens = tokeniseFormula(text.slice(0, at), formulaNames(vocabulary.functions))
  const last = tokens.at(-2)
  if (last?.kind === 'field' && last.isUnclosed) return { from: last.offset, suggestions: fieldsLike(last.text, vocabulary) }
  const compared = fieldCompared(tokens, vocabulary)
  if (last?.kind === 'text' && last.isUnclosed)
    return { from: last.offset, suggestions: compared ? optionsLike(last.text, compared, vocabulary) : [] }
  const isBegun = last?.kind === 'word' && last.offset + last.length === at
  const word = isBegun ? last.text : ''
  const from = isBegun ? last.offset : at
  const suggestions = [
    ...(!isBegun && compared ? optionsLike('', compared, vocabulary) : []),
    ...fieldsLike(word, vocabulary),
    ...functionsLike(word, vocabulary),
    ...childrenLike(word, vocabulary),
  ]
  return { from, suggestions }
}

const begins = (name: string, wanted: string): boolean => foldName(name).includes(foldName(wanted))
/** Names that begin so come before those that merely hold it. */
const byPlace =
  (wanted: string) =>
  (a: Suggestion, b: Suggestion): number =>
    Number(foldName(b.label).startsWith(foldName(wanted))) - Number(foldName(a.label).startsWith(foldName(wanted)))

const suggestion = (of: Omit<Suggestion, 'cursor'>, cursor = of.insert.length): Suggestion => ({ ...of, cursor })

const fieldsLike = (wanted: string, { all, fields, locale }: PageVocabulary): Suggestion[] =>
  all
    .filter(
      ({ path, labels }) => begins(path, wanted) || begins(labels.map((label) => textOf(label, locale)).join('.'), wanted),
    )
    .map(({ path, field }) => {
      const type = fieldTypeOf(field.type)
      const name = fields.nameOf(path)
      return suggestion({
        kind: 'field',
        label: name,
        note: type ? textOf(type.label, locale) : '',
        insert: `{${name}}`,
        ...(type ? { valueType: type.valueType } : {}),
      })
    })
    .toSorted(byPlace(wanted))

/** How a function is called: 如果(condition, then, …). */
const functionsLike = (wanted: string, { functions, locale }: PageVocabulary): Suggestion[] =>
  Object.values<FormulaFunction>(functions)
    .filter((fn) => namesOfFunction(fn).some((name) => begins(name, wanted)))
    .map((fn) => {
      const name = functionName(fn, locale)
      const others = [...new Set([functionName(fn, 'zh-CN'), functionName(fn, 'en')])].filter((other) => other !== name)
      return suggestion(
        { kind: 'function', label: name, note: others.join(' '), insert: `${name}()` },
        name.length + (fn.params.length > 0 ? 1 : 2),
      )
    })
    .toSorted(byPlace(wanted))

const childrenLike = (wanted: string, { kinds, children, locale }: PageVocabulary): Suggestion[] =>
  kinds.flatMap(({ over }) =>
    childFunctions.flatMap((fn) => {
      const [name = fn] = childFunctionNames[fn][locale]
      const kind = children?.nameOf(over) ?? over
      const label = `${name}(${kind})`
      if (!begins(label, wanted) && !begins(fn, wanted)) return []
      const needsMore = isMeasure(fn) || fn === 'all'
      const insert = needsMore ? `${name}(${kind}, )` : label
      return suggestion({ kind: 'children', label, note: '', insert }, needsMore ? insert.length - 1 : insert.length)
    }),
  )

const optionsLike = (wanted: string, { field }: FormulaField, { locale }: PageVocabulary): Suggestion[] =>
  optionsOf(field)
    .filter(({ archived, label }) => !archived && begins(textOf(label, locale), wanted))
    .map(({ label }) => {
      const name = textOf(label, locale)
      return suggestion({ kind: 'option', label: name, note: '', insert: `"${name}"` })
    })

/** The field that a comparison before the end speaks of: `{来源} = `, `{来源} 属于 ("抖音", `. */
const fieldCompared = (tokens: Token[], vocabulary: PageVocabulary): FormulaField | undefined => {
  const { infix } = formulaNames(vocabulary.functions)
  const before = tokens.filter(({ kind, isUnclosed }) => kind !== 'end' && !isUnclosed)
  while (['text', 'comma', 'open'].includes(before.at(-1)?.kind ?? '')) before.pop()
  const sign = before.pop()
  const field = before.pop()
  if (field?.kind !== 'field' || !sign || infix(sign.text)?.notation?.power !== 'compare') return undefined
  const [path] = vocabulary.fields.named(field.text)
  return vocabulary.all.find((each) => each.path === path)
}
