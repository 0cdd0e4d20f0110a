import { AppError, type ObjectInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import type { Applied } from '../records/change.ts'
import type { Context } from '../workspace/workspace.ts'

interface FileUse {
  object: string
  recordId: string
  /** The field that names them, for the complaint. */
  field: string
  fileIds: readonly string[]
}

/**
 * Hangs uploaded files on records, whose readers may then see them. Only one's own uploads, and each on one record: an id
 * that somebody found or guessed opens nothing. A file that hangs there already may stay or come back.
 */
const attachFiles = async (context: Context, tx: Transaction, uses: readonly FileUse[]): Promise<void> => {
  const rows = uses.flatMap(({ object, recordId, field, fileIds }) =>
    [...new Set(fileIds)].map((id) => ({ id, object, record_id: recordId, field })),
  )
  if (rows.length === 0) return
  const attached = await tx.query<{ id: string }>(
    `UPDATE w.file f SET object = x.object, record_id = x.record_id FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, object text, record_id uuid)
     WHERE f.id = x.id AND ((f.record_id IS NULL AND f.created_by IS NOT DISTINCT FROM $2::uuid)
       OR (f.record_id = x.record_id AND f.object = x.object)) RETURNING f.id`,
    [JSON.stringify(rows), context.access.userId],
  )
  const known = new Set(attached.map(({ id }) => id))
  const refused = rows.find(({ id }) => !known.has(id))
  if (refused) throw new AppError('invalid-values', { issues: [{ path: refused.field, code: 'not-an-id' }] })
}

const idsIn = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

/** The files that a change newly names, whichever door it came by. */
export const attachNewFiles = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  changed: readonly Applied[],
): Promise<void> => {
  const fields = [...info.fields.values()].filter((field) => fieldTypeRegistry[field.type]?.holdsFiles)
  const uses = changed.flatMap(({ before, after }) =>
    fields.map((field): FileUse => {
      const known = new Set(idsIn(before?.values[field.name]))
      const fileIds = idsIn(after.values[field.name]).filter((id) => !known.has(id))
      return { object: info.name, recordId: after.id, field: field.name, fileIds }
    }),
  )
  await attachFiles(context, tx, uses)
}
