import { AppError, type CrmRecord } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { getRecord } from './find-records.ts'

export interface ChangedRecord {
  record: CrmRecord
  refs: Record<string, string>
  /** The change took the record out of the writer's own sight: it happened, and no value is told any more. */
  outOfSight?: true
}

/**
 * A record as its writer may see it after the change. Moving a record to another department or giving it away may end one's
 * own right to read it; then the change is still confirmed, with nothing but the id and the revision.
 */
export const recordAfterChange = async (
  context: Context,
  object: string,
  written: { id: string; rev: number },
): Promise<ChangedRecord> => {
  try {
    return await getRecord(context, object, written.id)
  } catch (error) {
    if (!(error instanceof AppError) || !['not-found', 'unknown-object'].includes(error.code)) throw error
    return { record: { id: written.id, rev: written.rev, values: {} }, refs: {}, outOfSight: true }
  }
}
