import { must } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { applyChange } from './apply-change.ts'
import { once, type CallKey, type OnceResult } from './once.ts'
import { openForWriting } from './require-rights.ts'
import { requireGoodValues, saveRows, type RowsToSave } from './save-rows.ts'

interface RecordToUpdate {
  object: string
  id: string
  rev?: number | undefined
  values: Record<string, unknown>
  /** Rows of its sub-tables to add, change and take out, in the same transaction. */
  rows?: RowsToSave | undefined
  call?: CallKey | undefined
}

/**
 * Changes one record and, where asked, its rows: all of it or none. A late writer is merged where others changed other fields.
 * The record is held first and its rows after it, by every writer alike. Gives the record's revision.
 */
export const updateRecord = async (
  context: Context,
  { object, id, rev, values, rows = {}, call }: RecordToUpdate,
): Promise<OnceResult<{ id: string; rev: number }>> => {
  const info = openForWriting(context, object)
  const operation = { action: 'update', id, values, ...(rev === undefined ? {} : { rev }) } as const
  requireGoodValues(context, info, operation, rows)
  return once(context, call, async (tx) => {
    const [applied] = await applyChange(context, tx, { object, operations: [operation], merges: true })
    await saveRows(context, tx, info, { id, isNew: false }, rows)
    return { id, rev: must(applied).after.rev }
  })
}
