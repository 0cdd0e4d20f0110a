import { AppError, type Field, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../../database/database.ts'
import { findJobAbout } from '../../long-jobs/job-queries.ts'
import { startJob } from '../../long-jobs/start-job.ts'
import type { Context } from '../../workspace/workspace.ts'
import { definitionOf, fieldOf, lockObject, nextNumber, requireConfigure } from '../lock-object.ts'
import { requireColumnRoom } from '../object-tables.ts'
import { convertField } from './convert-field-job.ts'
import { planConversion, type NewType } from './preview-conversion.ts'

/** Sets a change of type going; gives the job under which it is watched. The field stays what it is until the swap. */
export const startConversion = async (
  context: Context,
  objectName: string,
  fieldName: string,
  wanted: NewType,
): Promise<{ jobId: string }> => {
  requireConfigure(context)
  const seen = definitionOf(context, objectName)
  // Reads a whole column when options are made of it: before anything is locked.
  const to = await planConversion(context, seen, fieldOf(seen, fieldName), wanted)
  const jobId = await context.workspace.db.transaction(async (tx) => {
    const object = await lockObject(tx, objectName)
    const field = fieldOf(object, fieldName)
    await requireColumnRoom(tx, object.id)
    return begin(context, tx, { object, field, to: { ...to, id: `f_${await nextNumber(tx)}` } })
  })
  return { jobId }
}

interface Beginning {
  object: ObjectType
  field: Field
  to: Pick<Field, 'id' | 'type' | 'settings'>
  recycledId?: string
}

/** One change at a time: a second would be of a column that is about to go. */
export const begin = async (
  context: Context,
  tx: Transaction,
  { object, field, to, recycledId }: Beginning,
): Promise<string> => {
  await requireQuiet(tx, object, field)
  return startJob(context, tx, convertField, {
    object: object.name,
    table: object.id,
    field: field.name,
    label: field.label['zh-CN'],
    from: { id: field.id, type: field.type, settings: field.settings },
    to: { id: to.id, type: to.type, settings: to.settings },
    ...(recycledId === undefined ? {} : { recycledId }),
  })
}

/** Refuses while work on this very field is under way or waits to be tried again. */
export const requireQuiet = async (tx: Transaction, object: ObjectType, field: Field): Promise<void> => {
  if (await findJobAbout(tx, object.name, field.name))
    throw new AppError('field-is-changing', { details: { field: field.label['zh-CN'] } })
}
