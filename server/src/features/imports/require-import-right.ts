import { AppError, type FieldInfo, type ObjectInfo } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { readImport, type ImportRecord } from './import-queries.ts'

/** The object, if this person may import into it: the ability, and the right to make such records at all. */
export const requireImportRight = (context: Context, object: string): ObjectInfo => {
  const info = context.workspace.config.current.objects.get(object)
  const rights = info && context.access.object(info)
  if (!info || !rights) throw new AppError('unknown-object', { details: { object } })
  if (!context.access.abilities.has('import') || !rights.create) throw new AppError('forbidden')
  return info
}

/** An import is its importer's, and of those who configure the workspace. For others there is none. */
export const openImport = async (context: Context, importId: string): Promise<ImportRecord> => {
  if (!context.access.abilities.has('import')) throw new AppError('forbidden')
  const found = await readImport(context.workspace.db, importId)
  if (!found || (found.createdBy !== context.access.userId && !context.access.abilities.has('configure')))
    throw new AppError('not-found')
  return found
}

/**
 * Fields a file may fill for this person: theirs to write, and nobody else's business to compute. Someone who may import
 * and read phone numbers but not change them may still bring new customers with theirs: without it there is no customer.
 */
export const importableFields = (context: Context, info: ObjectInfo): FieldInfo[] => {
  const rights = context.access.object(info)
  return [...info.fields.values()].filter((field) => {
    const right = rights?.right(field)
    return !field.system && !field.readOnly && (right === 'write' || (right === 'read' && field.identifies))
  })
}
