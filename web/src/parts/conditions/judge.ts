import { prepareExpression, type Expression, type ValueType } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import { fieldTypes } from '@jieli/extensions/field-types'
import type { Value } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'

/** What a condition is judged by besides the record. */
export interface JudgeSurroundings {
  fields: readonly FieldMeta[]
  now: string
  timeZone: string
  userId: string
}

/** Whether a condition holds for values at hand, as the server would say. One that cannot be judged here does not hold. */
export const judge = (
  condition: Expression,
  values: Readonly<Record<string, Value>>,
  { fields, ...context }: JudgeSurroundings,
): boolean => {
  const types = new Map(fields.map((field) => [field.name, field.type]))
  const typeOf = (path: string): ValueType | undefined =>
    (fieldTypes as Record<string, { valueType: ValueType } | undefined>)[types.get(path) ?? '']?.valueType
  try {
    const evaluate = prepareExpression(condition, { functions: formulaFunctions, typeOf })
    return evaluate({ read: (path) => values[path] ?? null, context }) === true
  } catch {
    return false
  }
}
