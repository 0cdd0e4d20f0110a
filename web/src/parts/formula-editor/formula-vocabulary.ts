import {
  fieldNames,
  textOf,
  typeFields,
  type FieldNames,
  type FormulaVocabulary,
  type Label,
  type Locale,
  type RecordVocabulary,
  type ValueNames,
} from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import type { FieldMeta, Meta, ObjectMeta } from '../../data/meta-shapes.ts'
import { optionsOf } from '../../data/meta.ts'
import { fieldTypeOf, hasOptions, usableInConditions } from '../condition-builder/condition-fields.ts'

/** A field that a formula may name, by its path from the record. */
export interface FormulaField {
  path: string
  labels: Label[]
  field: FieldMeta
}

/** What the page knows of a record's language: its fields, to list and to look up, besides what core asks for. */
export interface PageVocabulary extends FormulaVocabulary {
  object: ObjectMeta
  all: readonly FormulaField[]
  /** Children by what `over` says. */
  kinds: readonly { over: string; label: Label }[]
}

type Known = Pick<Meta, 'objects' | 'users' | 'departments'>

/** The object's fields, and those one relation further. */
const fieldsFrom = (object: ObjectMeta, { objects }: Known): FormulaField[] => {
  const own = object.fields.filter(usableInConditions)
  const beyond = own.flatMap((relation) => {
    const target = relation.type === 'relation' ? objects.find(({ name }) => name === relation.settings['object']) : undefined
    return (target?.fields ?? [])
      .filter((field) => usableInConditions(field) && field.type !== 'relation')
      .map((field) => ({ path: `${relation.name}.${field.name}`, labels: [relation.label, field.label], field }))
  })
  return [...own.map((field) => ({ path: field.name, labels: [field.label], field })), ...beyond]
}

/** Options by label, people and departments by name, objects of links by label, shares as 10%; ids stay hidden from who writes. */
const valueNames = (fields: readonly FormulaField[], known: Known, locale: Locale): ValueNames => {
  const byPath = new Map(fields.map((each) => [each.path, each.field]))
  const people = [...known.users, ...known.departments]
  return {
    named: (path, text) => {
      const field = byPath.get(path)
      const type = field && fieldTypeOf(field.type)
      if (!type) return text
      if (type.isRelation)
        return people.filter(({ name }) => name === text).length === 1 ? people.find(({ name }) => name === text)?.id : text
      if (type.targets) return known.objects.find(({ label }) => textOf(label, locale) === text)?.name ?? text
      const parsed = type.parse(text, field.settings)
      if (hasOptions(field)) return parsed.ok ? [parsed.value].flat()[0] : undefined
      return parsed.ok && type.format(parsed.value, field.settings, locale).endsWith('%') ? parsed.value : text
    },
    nameOf: (path, value) => {
      const field = byPath.get(path)
      const type = field && fieldTypeOf(field.type)
      if (!type) return undefined
      if (type.isRelation) return people.find(({ id }) => id === value)?.name
      if (type.targets)
        return labelIn(
          known.objects.find(({ name }) => name === value),
          locale,
        )
      if (hasOptions(field)) {
        const label = optionsOf(field).find(({ id }) => id === value)?.label
        return label && textOf(label, locale)
      }
      const text = typeof value === 'number' ? type.format(value, field.settings, locale) : ''
      return text.endsWith('%') ? text : undefined
    },
  }
}

const labelIn = (object: ObjectMeta | undefined, locale: Locale): string | undefined => object && textOf(object.label, locale)

/** The relations of other objects that point to this one. */
const childKinds = (object: ObjectMeta, { objects }: Known): { over: string; label: Label; child: ObjectMeta }[] =>
  objects.flatMap((child) => {
    const relations = child.fields.filter(({ type, settings }) => type === 'relation' && settings['object'] === object.name)
    return relations.map((relation) => ({
      over: `${child.name}.${relation.name}`,
      label: relations.length > 1 ? joined(child.label, relation.label) : child.label,
      child,
    }))
  })

const joined = (child: Label, relation: Label): Label => ({
  'zh-CN': `${child['zh-CN']}_${relation['zh-CN']}`,
  ...(child.en && relation.en ? { en: `${child.en}_${relation.en}` } : {}),
})

/** How formulas about an object are written today, by a reader who may know what `known` holds. */
export const pageVocabulary = (object: ObjectMeta, known: Known, at: { locale: Locale; timeZone: string }): PageVocabulary => {
  const kinds = childKinds(object, known)
  return {
    ...recordVocabulary(object, known, { locale: at.locale, depth: 0 }),
    ...at,
    functions: formulaFunctions,
    object,
    all: fieldsFrom(object, known),
    kinds,
  }
}

/** Children of children may be asked of, three levels down. */
const deepest = 3

const recordVocabulary = (
  object: ObjectMeta,
  known: Known,
  { locale, depth }: { locale: Locale; depth: number },
): RecordVocabulary => {
  const fields = fieldsFrom(object, known)
  const byPath = new Map(fields.map((each) => [each.path, each.field]))
  const kinds = depth < deepest ? childKinds(object, known) : []
  const names: FieldNames = fieldNames(
    kinds.map(({ over, label }) => ({ path: over, labels: [label] })),
    locale,
  )
  return {
    ...typeFields((path) => byPath.get(path), fieldTypes),
    isShare: (path) => {
      const field = byPath.get(path)
      return field !== undefined && fieldTypeOf(field.type)?.isShare === true
    },
    fields: fieldNames(fields, locale),
    values: valueNames(fields, known, locale),
    children: names,
    childTyping: (over) => {
      const kind = kinds.find((each) => each.over === over)
      return kind && recordVocabulary(kind.child, known, { locale, depth: depth + 1 })
    },
  }
}
