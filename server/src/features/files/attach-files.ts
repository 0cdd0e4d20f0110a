import { AppError } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'

export interface FileUse {
  object: string
  recordId: string
  fileIds: readonly string[]
}

/**
 * Hangs uploaded files on records, whose readers may then see them. Only one's own uploads, and each on one record: an id
 * that somebody found or guessed opens nothing.
 */
export const attachFiles = async (context: Context, tx: Transaction, uses: readonly FileUse[]): Promise<void> => {
  const rows = uses.flatMap(({ object, recordId, fileIds }) =>
    [...new Set(fileIds)].map((id) => ({ id, object, record_id: recordId })),
  )
  if (rows.length === 0) return
  const attached = await tx.query(
    `UPDATE w.file f SET object = x.object, record_id = x.record_id FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, object text, record_id uuid)
     WHERE f.id = x.id AND f.record_id IS NULL AND f.created_by IS NOT DISTINCT FROM $2::uuid RETURNING f.id`,
    [JSON.stringify(rows), context.access.userId],
  )
  if (attached.length !== rows.length)
    throw new AppError('invalid-values', { issues: [{ path: 'attachmentIds', code: 'not-an-id' }] })
}
