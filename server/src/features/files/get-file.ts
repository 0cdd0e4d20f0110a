import { AppError } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { pathOfFile } from './path-of-file.ts'

export interface FoundFile {
  id: string
  name: string
  type: string
  size: number
  sha256: string
  path: string
}

interface FileRow extends Omit<FoundFile, 'path'> {
  object: string | null
  recordId: string | null
  createdBy: string | null
}

/** A file for those who may read the field it hangs on, or who uploaded it; for everybody else there is none. */
export const getFile = async (context: Context, id: string): Promise<FoundFile> => {
  const [row] = await context.workspace.db.query<FileRow>(
    'SELECT id, name, type, size, sha256, object, record_id AS "recordId", created_by AS "createdBy" FROM w.file WHERE id = $1',
    [id],
  )
  if (!row || !((row.createdBy !== null && row.createdBy === context.access.userId) || (await isReadable(context, row))))
    throw new AppError('not-found')
  const { name, type, size, sha256 } = row
  return { id, name, type, size, sha256, path: pathOfFile(context.workspace, id) }
}

/** Whether the record shows the file to this reader: the row in scope and a field that they may see naming it. */
const isReadable = async (context: Context, { id, object, recordId }: FileRow): Promise<boolean> => {
  const info = context.workspace.config.current.objects.get(object ?? '')
  const rights = info && context.access.object(info)
  if (!info || !rights || rights.read.length === 0 || recordId === null) return false
  const fields = [...info.fields.values()].filter(
    (field) => fieldTypeRegistry[field.type]?.holdsFiles === true && ['read', 'write'].includes(rights.right(field)),
  )
  if (fields.length === 0) return false
  const page = await findRecords(context, {
    object: info.name,
    select: fields.map((field) => field.name),
    where: { call: 'equals', args: [{ field: 'id' }, { value: recordId }] },
    limit: 1,
  })
  return page.records.some((record) => Object.values(record.values).flat().includes(id))
}
