import { usesOfField, usesOfObject, type FieldUse } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { definitionOf, fieldOf, requireConfigure } from './lock-object.ts'

/** Every setting that uses the field, as this workspace is set up now. */
export const usesIn = (context: Context, object: string, field: string): FieldUse[] =>
  usesOfField(context.workspace.config.current, object, field)

export interface Impact {
  uses: FieldUse[]
  /** Records that hold a value, counted up to a cap. */
  filled: { value: number; capped: boolean }
}

const COUNT_CAP = 100_000

/** What people see before a field goes: where it is used, and how many records hold something in it. */
export const getFieldImpact = async (context: Context, objectName: string, fieldName: string): Promise<Impact> => {
  requireConfigure(context)
  const object = definitionOf(context, objectName)
  const field = fieldOf(object, fieldName)
  return {
    uses: usesIn(context, object.name, field.name),
    filled: await countUpToCap(context, `${object.id} WHERE ${field.id} IS NOT NULL AND deleted_at IS NULL`),
  }
}

/** The same for a whole object. */
export const getObjectImpact = async (context: Context, objectName: string): Promise<Impact> => {
  requireConfigure(context)
  const object = definitionOf(context, objectName)
  return {
    uses: usesOfObject(context.workspace.config.current, object.name),
    filled: await countUpToCap(context, `${object.id} WHERE deleted_at IS NULL`),
  }
}

const countUpToCap = async (context: Context, from: string): Promise<Impact['filled']> => {
  const [row] = await context.workspace.db.query<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM w.${from} LIMIT ${COUNT_CAP + 1}) capped`,
  )
  const count = row?.count ?? 0
  return { value: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP }
}
