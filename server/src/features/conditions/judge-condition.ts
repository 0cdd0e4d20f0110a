import {
  evaluate,
  explainCondition,
  hasCover,
  textOf,
  typeFields,
  type ClauseVerdict,
  type EvaluationContext,
  type Expression,
  type ExpressionMemory,
  type Locale,
  type ObjectInfo,
  type Value,
} from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import { coverOf } from '../records/cover-of.ts'
import { formatValue } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'

/** Values that are not people-readable by themselves: titles of the records that relations point to. */
export type Titles = Readonly<Record<string, string>>

const evaluationContext = (context: Context): EvaluationContext => ({
  now: context.now,
  timeZone: context.workspace.config.current.timeZone,
  userId: context.access.userId,
})

const memories = new WeakMap<ObjectInfo, ExpressionMemory>()

/** Conditions of rules stand still while leads come in; an object with other fields is another object with a memory of its own. */
const memoryOf = (info: ObjectInfo): ExpressionMemory => {
  const memory = memories.get(info) ?? new WeakMap()
  memories.set(info, memory)
  return memory
}

/** Whether a condition holds for a record at hand, without asking the database. */
export const conditionHolds = (
  context: Context,
  info: ObjectInfo,
  condition: Expression | undefined,
  values: Record<string, Value>,
): boolean =>
  condition === undefined ||
  evaluate(condition, {
    functions: functionRegistry,
    read: (path) => values[path] ?? null,
    ...typeFields((path) => info.fields.get(path), fieldTypeRegistry),
    context: evaluationContext(context),
    memory: memoryOf(info),
  }) === true

/** The verdict with every clause as a sentence and the values it read: what 「为什么」 shows. */
export const judgeCondition = (
  context: Context,
  info: ObjectInfo,
  condition: Expression | undefined,
  record: { values: Record<string, Value>; titles?: Titles; locale?: Locale },
): { holds: boolean; clauses: ClauseVerdict[] } => {
  if (condition === undefined) return { holds: true, clauses: [] }
  const locale = record.locale ?? 'zh-CN'
  return explainCondition(condition, {
    functions: functionRegistry,
    read: (path) => record.values[path] ?? null,
    context: evaluationContext(context),
    memory: memoryOf(info),
    locale,
    ...typeFields((path) => info.fields.get(path), fieldTypeRegistry),
    labelOf: (path) => textOf(info.fields.get(path)?.label ?? { 'zh-CN': path }, locale),
    formatField: (path, value) => {
      const field = info.fields.get(path)
      if (typeof value === 'string' && record.titles?.[value] !== undefined) return record.titles[value]
      if (!field || value === null) return String(value ?? '')
      return context.access.covers && hasCover(field, fieldTypeRegistry)
        ? coverOf(field, value)
        : formatValue(field, value, locale)
    },
  })
}
