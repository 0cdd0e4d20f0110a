import { z } from 'zod'
import { AppError, must, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { applyChange } from './apply-change.ts'
import type { Operation } from './change.ts'
import { enterBatch } from './enter-batch.ts'
import { manualSource } from './enter-by-hand.ts'
import { once, type CallKey, type OnceResult } from './once.ts'
import { openForWriting } from './require-rights.ts'
import { resolveUpserts, type BatchOperation } from './resolve-upserts.ts'

const valuesSchema = z.record(z.string(), z.unknown())
const operationSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('create'), values: valuesSchema }),
  z.object({ action: z.literal('update'), id: z.uuid(), rev: z.int().optional(), values: valuesSchema }),
  z.object({ action: z.literal('delete'), id: z.uuid(), rev: z.int().optional() }),
  z.object({ action: z.literal('restore'), id: z.uuid() }),
  z.object({ action: z.literal('upsert'), by: z.string().max(60), values: valuesSchema }),
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

export interface BatchResult {
  id: string
  rev: number
  created: boolean
}

/** Two programs that bring the same new customer in one instant: the later one finds the record on its next try. */
const MOST_TRIES = 3

/**
 * All of it or none: one transaction, statements for the whole batch. New records of objects that have doors come in as
 * through any other door. `upsert` updates the record that holds the value of an identifying field, or makes one.
 */
export const applyBatch = async (
  context: Context,
  object: string,
  batch: { operations: readonly BatchOperation[]; call?: CallKey | undefined },
): Promise<OnceResult<BatchResult[]>> => {
  const info = openForWriting(context, object)
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(context, batch.call, (tx) => applyOperations(context, tx, info, batch.operations))
    } catch (error) {
      if (!isRace(error) || attempt >= MOST_TRIES || !batch.operations.some(({ action }) => action === 'upsert')) throw error
    }
  }
}

/** Somebody else made the record between our look for it and our write. */
const isRace = (error: unknown): boolean =>
  error instanceof AppError &&
  (error.code === 'duplicate-identity' ||
    (error.issues.length > 0 && error.issues.every(({ code }) => code === 'taken' || code === 'taken-by')))

const applyOperations = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  given: readonly BatchOperation[],
): Promise<BatchResult[]> => {
  const operations = await resolveUpserts(context, tx, info, given)
  const isEntered = (operation: Operation): operation is Operation & { action: 'create' } =>
    operation.action === 'create' && manualSource(context, info.name, operation.values['source']) !== undefined
  const entered = operations.filter(isEntered)
  const others = operations.filter((operation) => !isEntered(operation))
  const applied =
    others.length === 0 ? [] : await applyChange(context, tx, { object: info.name, operations: others, merges: true })
  const results = new Map<Operation, BatchResult>()
  for (const [index, operation] of others.entries()) {
    const { after, action } = must(applied[index])
    results.set(operation, { id: after.id, rev: after.rev, created: action === 'create' })
  }
  const ids = await enterBatch(context, tx, info, entered)
  for (const [index, operation] of entered.entries()) results.set(operation, { id: must(ids[index]), rev: 1, created: true })
  return operations.map((operation) => must(results.get(operation)))
}
