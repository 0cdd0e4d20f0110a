import { AppError, must, systemAccess, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { captureBatch } from '../capture/capture-batch.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation, Values } from './change.ts'
import { checkValues } from './check-values.ts'
import { requireFree } from '../unique/require-unique.ts'
import { manualSource, submissionByHand } from './enter-by-hand.ts'
import { claimsOf, holdersOf } from './identity-queries.ts'

/**
 * New records of an object that has doors, many at once: cleaned and refused as a whole with the writer's rights, then taken
 * in like any other submission, so that each is recognised and assigned with its reason on record.
 */
export const enterBatch = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  operations: readonly (Operation & { action: 'create' })[],
): Promise<string[]> => {
  if (operations.length === 0) return []
  if (!context.access.object(info)?.create) throw new AppError('forbidden')
  const checked = checkValues(context, info, operations)
  const values = checked.map((operation) => ('values' in operation ? operation.values : {}) as Values)
  const claims = values.flatMap((one) => claimsOf(info, one, ''))
  if ((await holdersOf(tx, info.name, claims)).length > 0) throw new AppError('duplicate-identity')
  await requireFree(
    context,
    info,
    values.map((one) => ({ id: null, values: one })),
    tx,
  )
  // Who may create was checked; recognising and assigning customers is the platform's work on the writer's behalf.
  const elevated: Context = { ...context, access: { ...systemAccess, userId: context.access.userId } }
  const captured = await captureBatch(
    elevated,
    tx,
    info.name,
    operations.map((operation, index) =>
      submissionByHand(context, {
        sourceId: must(manualSource(context, info.name, operation.values['source'])),
        eventId: newId(context.now),
        values: must(values[index]),
        assignByRules: operation.values['assign'] === 'rules',
      }),
    ),
  )
  return captured.map((one, index) => {
    if (one.status === 'refused')
      throw new AppError('capture-refused', {
        details: { reason: one.reason },
        issues: one.issues.map((issue) => ({ ...issue, path: `${index}.${issue.path}` })),
      })
    // Somebody brought the same customer between our look and our claim, or the batch names one twice.
    if (one.status === 'touched') throw new AppError('duplicate-identity')
    return one.recordId
  })
}
