import { AppError, type Field, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { startJob } from '../long-jobs/start-job.ts'
import type { Context } from '../workspace/workspace.ts'
import { enforceUnique } from './enforce-unique-job.ts'

/** Whether values of this field can be kept from repeating. What identifies customers is kept so already, by its identity. */
export const canBeUnique = (field: Pick<Field, 'type' | 'identifies'>): boolean => {
  const type = fieldTypeRegistry[field.type]
  return type?.uniqueKey !== undefined && type.computed === undefined && !field.identifies
}

export const requireCanBeUnique = (field: Pick<Field, 'type' | 'identifies'>): void => {
  if (!canBeUnique(field)) throw new AppError('invalid-values', { issues: [{ path: 'unique', code: 'cannot-be-unique' }] })
}

/** Sets the making of a unique field's index going, in the transaction that writes its definition; gives the job's id. */
export const askUnique = (
  context: Context,
  tx: Transaction,
  object: Pick<ObjectType, 'id' | 'name'>,
  field: Pick<Field, 'id' | 'name' | 'label' | 'type'>,
): Promise<string> =>
  startJob(context, tx, enforceUnique, {
    object: object.name,
    table: object.id,
    field: field.name,
    label: field.label['zh-CN'],
    column: field.id,
    type: field.type,
  })
