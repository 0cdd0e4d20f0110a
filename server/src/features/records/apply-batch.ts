import { z } from 'zod'
import { must } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { applyChange } from './apply-change.ts'

const operationSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('create'), values: z.record(z.string(), z.unknown()) }),
  z.object({ action: z.literal('update'), id: z.uuid(), rev: z.int().optional(), values: z.record(z.string(), z.unknown()) }),
  z.object({ action: z.literal('delete'), id: z.uuid(), rev: z.int().optional() }),
])

/** Up to five thousand operations, each record at most once. */
export const batchSchema = z.object({
  operations: z.array(operationSchema).min(1).max(5_000).refine((operations) => {
    const ids = operations.flatMap((operation) => ('id' in operation ? [operation.id] : []))
    return new Set(ids).size === ids.length
  }, 'each record once'),
})
type BatchOperation = z.infer<typeof operationSchema>

/** All of it or none: one transaction, statements for the whole batch. */
export const applyBatch = async (context: Context, object: string, operations: readonly BatchOperation[]): Promise<{ id: string; rev: number }[]> => {
  const applied = await context.workspace.db.transaction((tx) =>
    applyChange(context, tx, { object, operations: operations.map((operation) => ('rev' in operation && operation.rev === undefined ? withoutRev(operation) : operation) as Parameters<typeof applyChange>[2]['operations'][number]) }),
  )
  return operations.map((_, index) => ({ id: must(applied[index]).after.id, rev: must(applied[index]).after.rev }))
}

const withoutRev = <T extends { rev?: number | undefined }>({ rev: _, ...operation }: T): Omit<T, 'rev'> => operation
