import { prepareExpression, typeFields, type Expression, type ObjectInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'

/** Whether a condition holds for values at a past moment. */
export type ConditionThen = (values: Record<string, Value>, at: string) => boolean

/** A condition made ready once and asked thousands of times. It is nobody's: `currentUser` is worth nothing in it. */
export const replayCondition = (info: ObjectInfo, condition: Expression, timeZone: string): ConditionThen => {
  const holds = prepareExpression(condition, {
    functions: functionRegistry,
    ...typeFields((path) => info.fields.get(path), fieldTypeRegistry),
  })
  return (values, at) => holds({ read: (path) => values[path] ?? null, context: { now: at, timeZone, userId: null } }) === true
}
