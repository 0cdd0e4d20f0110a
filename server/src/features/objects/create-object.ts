import { AppError, objectDraftSchema, type Field, type ObjectDraft, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeConfig } from '../config/change-config.ts'
import type { Context } from '../workspace/workspace.ts'
import { createObjectTable } from './object-tables.ts'

/** Makes an object: hands out its ids, makes its table, and puts it into the settings. Standard objects come this way too. */
export const createObject = async (context: Context, tx: Transaction, draft: ObjectDraft): Promise<ObjectType> => {
  const checked = objectDraftSchema.parse(draft)
  const [{ first }] = (await tx.query<{ first: number }>(
    'UPDATE w.workspace SET next_number = next_number + $1 RETURNING next_number - $1 AS first',
    [checked.fields.length + 1],
  )) as [{ first: number }]
  const fields: Field[] = checked.fields.map((field, index) => ({ ...field, id: `f_${first + index + 1}` }))
  if (new Set(fields.map((field) => field.name)).size !== fields.length)
    throw new AppError('invalid-values', { issues: [{ path: 'fields', code: 'name-taken' }] })
  const object: ObjectType = { ...checked, id: `o_${first}`, fields }
  await createObjectTable(tx, object)
  await writeConfig(context, tx, [{ kind: 'object', id: object.name, item: object }])
  return object
}
