import {
  configKindLabels,
  describeDifferences,
  printExpression,
  textOf,
  type DifferenceEnvironment,
  type Expression,
  type Locale,
  type ObjectType,
  type SettingDifference,
} from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import { formatValue } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { objectsOf, titleOf, type ConfigTree } from './config-tree.ts'
import { withoutId } from './plan-objects.ts'
import type { PlanPart, Risk, WantedField } from './plan-part.ts'
import { riskText } from './risk-texts.ts'

/** A part of a plan or of the history as people read it. */
export interface DescribedPart {
  kind: string
  kindLabel: string
  id: string
  /** 线索, or for a field 线索 · 意向科目. */
  title: string
  action: PlanPart['action']
  differences: SettingDifference[]
  risk?: { level: Risk['level']; text: string }
}

/** `trees` give the names: what is now and what is to be, the latter first. */
export const describeParts = (
  context: Context,
  parts: readonly PlanPart[],
  { trees, locale }: { trees: readonly ConfigTree[]; locale: Locale },
): DescribedPart[] => {
  const objects = Object.assign({}, ...trees.toReversed().map(objectsOf)) as Readonly<Record<string, ObjectType>>
  return parts.map((part) => describePart(part, { context, objects, trees, locale }))
}

interface Words {
  context: Context
  objects: Readonly<Record<string, ObjectType>>
  trees: readonly ConfigTree[]
  locale: Locale
}

const describePart = (part: PlanPart, words: Words): DescribedPart => {
  const { locale } = words
  const shown = part.after ?? part.before
  const own = titleOf(shown, part.field ?? part.id, locale)
  const object = part.field === undefined ? undefined : words.objects[part.id]
  return {
    kind: part.kind,
    kindLabel: textOf(configKindLabels[part.kind], locale),
    id: part.id,
    title: object ? `${textOf(object.label, locale)} · ${own}` : own,
    action: part.action,
    differences:
      part.action === 'change'
        ? describeDifferences(withoutIds(part.before), withoutIds(part.after), environmentOf(part, words))
        : [],
    ...(part.risk && { risk: { level: part.risk.level, text: riskText(part.risk, locale) } }),
  }
}

/** Ids of columns say nothing to a reader. */
const withoutIds = (item: unknown): unknown => {
  const { id: _id, ...rest } = (item ?? {}) as { id?: unknown; fields?: unknown }
  const fields = rest.fields
  return Array.isArray(fields) ? { ...rest, fields: fields.map((field: WantedField) => withoutId(field)) } : rest
}

/** Members whose texts name fields of the item's object. */
const ofFields = new Set(['columns', 'field', 'groupBy', 'sameAs', 'skillField', 'titleField', 'stageField', 'fieldOrder'])
/** Members whose keys do. */
const mapsOfFields = new Set(['mapping', 'defaults', 'fixed', 'fields'])

const environmentOf = (part: PlanPart, words: Words): DifferenceEnvironment => {
  const { locale } = words
  const ownObject = part.kind === 'object' ? part.id : String((part.after as { object?: unknown } | null)?.object ?? '')
  return {
    locale,
    nameOfKey: (trail) => {
      const [first = '', second = '', , fourth] = trail
      if (first === 'objects' && trail.length === 2) return objectName(second, words)
      if (first === 'objects' && fourth !== undefined) return fieldName(second, fourth, words)
      return mapsOfFields.has(first) && trail.length === 2 ? fieldName(ownObject, second, words) : undefined
    },
    nameOfValue: (value, trail) => {
      const member = trail.findLast((key) => !/^\d+$/.test(key)) ?? ''
      if (ofFields.has(member)) return fieldName(ownObject, value, words)
      if (member === 'object') return objectName(value, words)
      if (member === 'type') return typeName(value, locale)
      return itemName(member, value, words) ?? recordName(value, words)
    },
    printCondition: (condition) => printCondition(condition, ownObject || trailObject(part), words),
  }
}

const trailObject = (part: PlanPart): string => (part.kind === 'object' ? part.id : 'lead')

const objectName = (name: string, { objects, locale }: Words): string | undefined =>
  objects[name] && textOf(objects[name].label, locale)

const fieldName = (object: string, path: string, { objects, locale }: Words): string | undefined => {
  const field = objects[object]?.fields.find((one) => one.name === path)
  return field && textOf(field.label, locale)
}

const typeName = (type: string, locale: Locale): string | undefined =>
  fieldTypeRegistry[type] && textOf(fieldTypeRegistry[type].label, locale)

const kindOfMember = { sourceId: 'source', calendarId: 'calendar', roles: 'role' } as const

const itemName = (member: string, id: string, { trees, locale }: Words): string | undefined => {
  if (!Object.hasOwn(kindOfMember, member)) return undefined
  const kind = kindOfMember[member as keyof typeof kindOfMember]
  const item = trees.map((tree) => tree[kind]?.[id]).find(Boolean)
  return item === undefined ? undefined : titleOf(item, id, locale)
}

const recordName = (id: string, { context }: Words): string | undefined => {
  const { users, departments, campusNames } = context.workspace.directory.current
  return users.get(id)?.name ?? departments.get(id)?.name ?? campusNames.get(id)
}

/** A condition of a setting as a sentence: what stands above it in a file. */
export const conditionSentence = (context: Context, tree: ConfigTree, condition: Expression, object: string): string =>
  printCondition(condition, object, { context, objects: objectsOf(tree), trees: [tree], locale: 'zh-CN' })

/** A condition as a sentence; of fields that are gone, by their names. */
const printCondition = (condition: Expression, object: string, words: Words): string =>
  printExpression(condition, {
    functions: functionRegistry,
    locale: words.locale,
    labelOf: (path) => {
      const name = path.replace(/^record\./, '')
      const known = fieldName(object, name, words)
      const system = words.context.workspace.config.current.objects.get(object)?.fields.get(name)
      return known ?? (system ? textOf(system.label, words.locale) : path)
    },
    formatField: (path, value) => {
      const field = words.objects[object]?.fields.find((one) => one.name === path)
      if (typeof value === 'string') {
        const name = recordName(value, words)
        if (name !== undefined) return name
      }
      return field ? formatValue(field, value, words.locale) : String(value ?? '')
    },
  })
