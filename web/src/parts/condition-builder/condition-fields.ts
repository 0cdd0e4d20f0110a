import { useCallback, useMemo } from 'react'
import type { Expression, Label, Link, Locale, Value, ValueType } from '@jieli/core'
import { fieldsOf, linkIn, printExpression } from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import type { FieldType } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useMeta, pointedAt, saysObject } from '../../data/meta.ts'
import { useRecordTitles } from '../../data/record-titles.ts'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import type { Operator } from './condition-tree.ts'

/** A field that a condition may name, by its path from the record. */
export interface ConditionField {
  path: string
  title: string
  field: FieldMeta
  valueType: ValueType
}

export const fieldTypeOf = (name: string): FieldType | undefined => (fieldTypes as Record<string, FieldType>)[name]

const choices = ['isOneOf', 'isNotOneOf', 'equals', 'notEquals', 'isEmpty', 'isNotEmpty'] as const
const ofLink = ['isOfObject', ...choices] as const
const byValueType: Record<ValueType, readonly Operator[]> = {
  text: ['equals', 'notEquals', 'contains', 'startsWith', 'endsWith', 'isEmpty', 'isNotEmpty'],
  number: ['equals', 'notEquals', 'greaterThan', 'atLeast', 'lessThan', 'atMost', 'between', 'isEmpty', 'isNotEmpty'],
  boolean: ['equals', 'isEmpty', 'isNotEmpty'],
  date: [
    'isToday',
    'isYesterday',
    'isThisWeek',
    'isLastWeek',
    'isThisMonth',
    'isLastMonth',
    'isThisQuarter',
    'withinLastDays',
    'withinNextDays',
    'olderThanDays',
    'greaterThan',
    'lessThan',
    'between',
    'isEmpty',
    'isNotEmpty',
  ],
  instant: [
    'isToday',
    'isYesterday',
    'isThisWeek',
    'isLastWeek',
    'isThisMonth',
    'isLastMonth',
    'isThisQuarter',
    'withinLastDays',
    'withinNextDays',
    'olderThanDays',
    'greaterThan',
    'lessThan',
    'between',
    'isEmpty',
    'isNotEmpty',
  ],
  id: choices,
  list: ['includesAny', 'includesAll', 'includes', 'isEmpty', 'isNotEmpty'],
  any: ['equals', 'notEquals', 'isEmpty', 'isNotEmpty'],
}

export const hasOptions = (field: FieldMeta): boolean => Array.isArray(field.settings['options'])

/** The comparisons that make sense for a field, the usual one first. */
export const operatorsOf = ({ field, valueType }: ConditionField): readonly Operator[] =>
  saysObject(field) ? ofLink : valueType === 'text' && hasOptions(field) ? choices : byValueType[valueType]

/** What the server answers about values that come covered: whether there is one, and whether it is the whole one asked for. */
const ofCovered = ['equals', 'notEquals', 'isEmpty', 'isNotEmpty'] as const

/** As above, where the condition is asked with this person's own eyes: of a list, not of a rule. */
export const operatorsAsked = (asked: ConditionField): readonly Operator[] =>
  asked.field.covered ? ofCovered : operatorsOf(asked)

/** Whether a condition or a formula may ask about a field. */
export const usableInConditions = (field: FieldMeta): boolean => {
  const type = fieldTypeOf(field.type)
  return (
    type !== undefined &&
    !type.isOpaque &&
    field.right !== 'mask' &&
    field.type !== 'id' &&
    field.type !== 'department-path' &&
    field.name !== 'rev'
  )
}

/** The object's fields, and one step further those of the records it points to. */
export const useConditionFields = (object: ObjectMeta | undefined): ConditionField[] => {
  const { objects } = useMeta()
  const label = useLabel()
  const text = useText(conditionMessages)
  return useMemo(() => {
    const own = (object?.fields ?? []).filter(usableInConditions)
    const asField = (field: FieldMeta, path = field.name, title = label(field.label)): ConditionField => ({
      path,
      title,
      field,
      valueType: fieldTypeOf(field.type)?.valueType ?? 'any',
    })
    const beyond = own
      .filter(({ type }) => type === 'relation')
      .flatMap((relation) => {
        const target = objects.find(({ name }) => name === relation.settings['object'])
        return (target?.fields ?? [])
          .filter((field) => usableInConditions(field) && !field.system && field.type !== 'relation')
          .map((field) =>
            asField(
              field,
              `${relation.name}.${field.name}`,
              text('pathJoin', { relation: label(relation.label), field: label(field.label) }),
            ),
          )
      })
    return [...own.filter(({ system }) => !system), ...own.filter(({ system }) => system)]
      .map((field) => asField(field))
      .concat(beyond)
  }, [object, objects, label, text])
}

const literalsOf = (expression: Expression): string[] => {
  if ('value' in expression) return [expression.value].flat(2).filter((value): value is string => typeof value === 'string')
  return 'call' in expression ? expression.args.flatMap(literalsOf) : []
}

/** The ids that conditions hold for related records, by the object they are of. */
const idsByObject = (expressions: Expression[], fields: ConditionField[]): Record<string, string[]> => {
  const found: Record<string, string[]> = {}
  for (const expression of expressions)
    for (const path of fieldsOf(expression)) {
      const field = fields.find((one) => one.path === path)?.field
      for (const { object, id } of field ? literalsOf(expression).flatMap((text) => recordNamed(field, text)) : [])
        found[object] = [...(found[object] ?? []), id]
    }
  return found
}

/** The record that a text in a condition on the field may stand for. */
const recordNamed = (field: FieldMeta, text: string): Link[] => {
  const link = saysObject(field) ? linkIn(text) : undefined
  const object = pointedAt(field)
  return link ? [link] : object === undefined ? [] : [{ object, id: text }]
}

/** The fields of a child in words; records it points to keep their ids, which nobody has read. */
const wordsOf = (
  child: ObjectMeta,
  { locale, names, label }: { locale: Locale; names: ReadonlyMap<string, string>; label(of: Label): string },
) => {
  const fieldAt = (path: string): FieldMeta | undefined => child.fields.find(({ name }) => name === path)
  return {
    labelOf: (path: string): string => label(fieldAt(path)?.label ?? { 'zh-CN': path }),
    formatField: (path: string, value: Value): string => {
      const field = fieldAt(path)
      const text = field ? fieldTypeOf(field.type)?.format(value, field.settings, locale) : undefined
      return (typeof value === 'string' ? names.get(value) : undefined) ?? (text || String(value))
    },
  }
}

/** Reads conditions out: 来源 等于 抖音 且 意向科目 属于（中考数学、中考冲刺）. */
export const useConditionText = (
  object: ObjectMeta | undefined,
  expressions: Expression[],
): ((expression: Expression) => string) => {
  const fields = useConditionFields(object)
  const locale = useLocale()
  const label = useLabel()
  const { users, departments, objects } = useMeta()
  const titles = useRecordTitles(idsByObject(expressions, fields))
  return useCallback(
    (expression: Expression) => {
      const names = new Map([...users, ...departments].map(({ id, name }) => [id, name]))
      const labels = new Map(objects.map((one) => [one.name, label(one.label)]))
      const one = (path: string, value: Value): string => {
        const link = linkIn(value)
        if (link) return `${labels.get(link.object) ?? link.object}：${titles[link.id] ?? '—'}`
        if (typeof value === 'string' && (titles[value] ?? names.get(value))) return titles[value] ?? names.get(value) ?? value
        const field = fields.find((each) => each.path === path)?.field
        if (field && saysObject(field)) return labels.get(String(value)) ?? String(value)
        const type = field && fieldTypeOf(field.type)
        return (type && field ? type.format(value, field.settings, locale) : '') || String(value)
      }
      return printExpression(expression, {
        functions: formulaFunctions,
        locale,
        labelOf: (path) => fields.find((each) => each.path === path)?.title ?? path,
        formatField: one,
        childLabels: (over) => {
          const child = objects.find(({ name }) => name === over.split('.')[0])
          return child && { label: label(child.label), ...wordsOf(child, { locale, names, label }) }
        },
      })
    },
    [fields, locale, titles, users, departments, objects, label],
  )
}
