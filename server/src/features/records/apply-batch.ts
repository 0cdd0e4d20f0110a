import { z } from 'zod'
import { must } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { applyChange } from './apply-change.ts'
import type { Operation } from './change.ts'

const operationSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('create'), values: z.record(z.string(), z.unknown()) }),
  z.object({ action: z.literal('update'), id: z.uuid(), rev: z.int().optional(), values: z.record(z.string(), z.unknown()) }),
  z.object({ action: z.literal('delete'), id: z.uuid(), rev: z.int().optional() }),
])

/** Up to five thousand operations, each record at most once. */
export const batchSchema = z.object({
  operations: z
    .array(operationSchema)
    .min(1)
    .max(5_000)
    .refine((operations) => {
      const ids = operations.flatMap((operation) => ('id' in operation ? [operation.id] : []))
      return new Set(ids).size === ids.length
    }, 'each record once'),
})
type BatchOperation = z.infer<typeof operationSchema>

/** A revision that was not sent is not there, rather than there and undefined. */
const asOperation = (operation: BatchOperation): Operation => {
  if (operation.action === 'create') return operation
  const { rev, ...rest } = operation
  return rev === undefined ? rest : { ...rest, rev }
}

/** All of it or none: one transaction, statements for the whole batch. */
export const applyBatch = async (
  context: Context,
  object: string,
  operations: readonly BatchOperation[],
): Promise<{ id: string; rev: number }[]> => {
  const applied = await context.workspace.db.transaction((tx) =>
    applyChange(context, tx, { object, operations: operations.map(asOperation) }),
  )
  return operations.map((_, index) => ({ id: must(applied[index]).after.id, rev: must(applied[index]).after.rev }))
}
