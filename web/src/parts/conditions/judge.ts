import { prepareExpression, typeFields, type Expression } from '@jieli/core'
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
  const byName = new Map(fields.map((field) => [field.name, field]))
  try {
    const evaluate = prepareExpression(condition, {
      functions: formulaFunctions,
      ...typeFields((path) => byName.get(path), fieldTypes),
    })
    return evaluate({ read: (path) => values[path] ?? null, context }) === true
  } catch {
    return false
  }
}
