import type { ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { settleDefinitions } from '../computed/settle-definitions.ts'
import { writeConfig } from '../config/change-config.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * Writes objects into the settings with all that follows for computed fields, theirs and others'. The caller refreshes the
 * store after the transaction.
 */
export const writeObjects = async (context: Context, tx: Transaction, objects: readonly ObjectType[]): Promise<void> => {
  const settled = await settleDefinitions(context, tx, { changed: objects })
  await writeConfig(
    context,
    tx,
    settled.map((item) => ({ kind: 'object' as const, id: item.name, item })),
  )
}
