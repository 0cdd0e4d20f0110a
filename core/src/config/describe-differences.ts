import { canonicalJson } from '../fields/canonical-json.ts'
import type { Expression } from '../formulas/expression.ts'
import { textOf, type Label, type Locale } from '../i18n/label.ts'
import { memberLabel, valueLabel } from './setting-words.ts'

/**
 * One thing that differs between two states of a setting, ready to be read: 字段 意向科目 · 必填 否 → 是.
 * An empty `before` means that it was not there, an empty `after` that it is no more.
 */
export interface SettingDifference {
  /** Where, outermost first: ['字段 意向科目', '必填']. */
  place: string[]
  before: string
  after: string
}

/** What only the workspace knows: names of its objects, fields, people; how its conditions read. */
export interface DifferenceEnvironment {
  locale: Locale
  /** A key of a map, such as the object in a role's rights. Undefined: the platform's own word is used. */
  nameOfKey?(trail: readonly string[]): string | undefined
  /** A text that stands for something: a field, a person. Undefined: it is shown as it is. */
  nameOfValue?(value: string, trail: readonly string[]): string | undefined
  printCondition?(condition: Expression): string
}

type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const isLabel = (value: unknown): value is Label => isTree(value) && typeof value['zh-CN'] === 'string'
const isCondition = (value: unknown): value is Expression =>
  isTree(value) && typeof value['call'] === 'string' && Array.isArray(value['args'])

/** Lists of settings are told apart by what names their members; a list without names is compared as a whole. */
const keyOf = (member: unknown): string | undefined => {
  if (!isTree(member)) return undefined
  const key = member['name'] ?? member['id'] ?? member['field']
  return typeof key === 'string' ? key : undefined
}

const isKeyed = (list: readonly unknown[]): boolean =>
  list.every((member) => keyOf(member) !== undefined) && new Set(list.map(keyOf)).size === list.length

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/**
 * Everything that differs between two states of a setting, as lines for people. Pure: the same states give the same lines.
 *
 * @example
 * describeDifferences({ fields: [{ name: 'subject', label, required: false }] }, { fields: [{ name: 'subject', label, required: true }] }, { locale: 'zh-CN' })
 * // [{ place: ['字段 意向科目', '必填'], before: '否', after: '是' }]
 */
export const describeDifferences = (before: unknown, after: unknown, environment: DifferenceEnvironment): SettingDifference[] =>
  differ(before, after, { environment, trail: [], place: [] })

/** Where the walk stands: keys as they are stored, and the same for people. */
interface Position {
  environment: DifferenceEnvironment
  trail: readonly string[]
  place: readonly string[]
}

const differ = (before: unknown, after: unknown, at: Position): SettingDifference[] => {
  if (isSame(before, after)) return []
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before)) return differLists(asList(before), asList(after), at)
  if (isTree(before) && isTree(after) && !isAtom(before) && !isAtom(after)) return differTrees(before, after, at)
  return [line(before, after, at)]
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A label or a condition is one thing to a reader, not a tree. */
const isAtom = (value: unknown): boolean => isLabel(value) || isCondition(value)

const differTrees = (before: Tree, after: Tree, at: Position): SettingDifference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differ(before[key], after[key], step(at, key)))

const step = (at: Position, key: string): Position => {
  const trail = [...at.trail, key]
  const { environment } = at
  return {
    environment,
    trail,
    place: [...at.place, environment.nameOfKey?.(trail) ?? textOf(memberLabel(key), environment.locale)],
  }
}

const differLists = (before: readonly unknown[], after: readonly unknown[], at: Position): SettingDifference[] => {
  const isOfParts = [...before, ...after].some(isTree)
  if (!isOfParts) return [line(before, after, at)]
  if (!isKeyed(before) || !isKeyed(after)) return differPositions(before, after, at)
  const [was, is] = [byKey(before), byKey(after)]
  const lines = [
    ...cameAndWent(was, is, at),
    ...[...is.keys()]
      .filter((key) => was.has(key))
      .flatMap((key) => differ(was.get(key), is.get(key), stepInto(at, key, is.get(key)))),
  ]
  // Same members in another order: the order itself is what changed.
  return lines.length === 0 ? [line([...was.keys()], [...is.keys()], stepOrder(at))] : lines
}

/** What is new and what is no more, as one line: twenty options are not twenty lines. */
const cameAndWent = (
  was: ReadonlyMap<string, unknown>,
  is: ReadonlyMap<string, unknown>,
  at: Position,
): SettingDifference[] => {
  const namesOf = (members: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>): string[] =>
    [...members].filter(([key]) => !others.has(key)).map(([key, member]) => nameOf(key, member, at))
  const [gone, come] = [namesOf(was, is), namesOf(is, was)]
  return gone.length + come.length === 0 ? [] : [line(gone, come, at)]
}

const byKey = (list: readonly unknown[]): Map<string, unknown> => new Map(list.map((member) => [keyOf(member) ?? '', member]))

const differPositions = (before: readonly unknown[], after: readonly unknown[], at: Position): SettingDifference[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
    differ(before[index], after[index], stepInto(at, String(index + 1), undefined)),
  ).flat()

const nameOf = (key: string, member: unknown, { environment, trail }: Position): string => {
  const label = isTree(member) && isLabel(member['label']) ? textOf(member['label'], environment.locale) : undefined
  return label ?? environment.nameOfKey?.([...trail, key]) ?? key
}

/** 字段 意向科目: the list's word and the member's name are one step for a reader. */
const stepInto = (at: Position, key: string, member: unknown): Position => {
  const { environment } = at
  const trail = [...at.trail, key]
  const name = nameOf(key, member, at)
  const place = at.place.length === 0 ? [name] : [...at.place.slice(0, -1), `${at.place.at(-1)} ${name}`]
  return { environment, trail, place }
}

const stepOrder = (at: Position): Position => ({
  ...at,
  place: [...at.place, at.environment.locale === 'zh-CN' ? '先后' : 'order'],
})

const line = (before: unknown, after: unknown, at: Position): SettingDifference => ({
  place: [...at.place],
  before: textFor(before, at),
  after: textFor(after, at),
})

const LONGEST = 160

const textFor = (value: unknown, at: Position): string => {
  const text = wordsFor(value, at)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const wordsFor = (value: unknown, at: Position): string => {
  const { locale, printCondition, nameOfValue } = at.environment
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return locale === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value === 'string') {
    const word = valueLabel(at.trail.findLast((key) => !/^\d+$/.test(key)) ?? '', value)
    return nameOfValue?.(value, at.trail) ?? (word ? textOf(word, locale) : value)
  }
  if (Array.isArray(value)) return value.map((member) => wordsFor(member, at)).join(locale === 'zh-CN' ? '、' : ', ')
  if (isLabel(value)) return textOf(value, locale)
  if (isCondition(value)) return printCondition?.(value) ?? JSON.stringify(value)
  if (isTree(value)) return isLabel(value['label']) ? textOf(value['label'], locale) : wordsForTree(value, at)
  return String(value as number)
}

/** 「读 全部，新建 是」: what came or went whole, by the words its members have where they change one by one. */
const wordsForTree = (tree: Tree, at: Position): string =>
  Object.entries(tree)
    .flatMap(([key, member]) => {
      const below = step(at, key)
      const words = wordsFor(member, below)
      return words === '' ? [] : [`${below.place.at(-1)} ${words}`]
    })
    .join(at.environment.locale === 'zh-CN' ? '，' : ', ')
