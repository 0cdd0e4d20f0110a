import { AppError } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { findStoredIndexes, type StoredIndex } from './index-queries.ts'

export interface FieldIndex extends Omit<StoredIndex, 'table' | 'column'> {
  object: string
  field: string
}

/** What fields are filtered and sorted by, and which of them have an index, for who shapes the workspace. */
export const findIndexes = async (context: Context): Promise<FieldIndex[]> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  const objects = [...context.workspace.config.current.objects.values()]
  const stored = await findStoredIndexes(context.workspace.db)
  return stored.flatMap(({ table, column, ...rest }) => {
    const info = objects.find((one) => one.table === table)
    const field = [...(info?.fields.values() ?? [])].find((one) => one.column === column)
    return info && field ? [{ object: info.name, field: field.name, ...rest }] : []
  })
}
