import { AppError } from '@jieli/core'
import { civilDate, instantOf } from '@jieli/core/time/zoned-time'
import type { Transaction } from '../../database/database.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Context } from '../workspace/workspace.ts'
import { findLoads } from './load-queries.ts'
import { requireAbilitiesOf, requireManager } from './require-manager.ts'
import { asPlatform, cleanUser, type UserEdit } from './user-values.ts'

/** Changes a colleague's record. What follows for sessions, keys and the account is settled with it in one transaction. */
export const updateUser = async (context: Context, id: string, input: UserEdit): Promise<void> => {
  await context.workspace.db.transaction((tx) => updateUserIn(context, tx, id, input))
  await context.workspace.directory.refresh()
}

/** The same within a transaction that does more; the caller has the directory read anew after it. */
export const updateUserIn = async (context: Context, tx: Transaction, id: string, input: UserEdit): Promise<void> => {
  requireManager(context)
  const { directory } = context.workspace
  const person = directory.current.users.get(id)
  if (!person) throw new AppError('not-found')
  requireAbilitiesOf(context, [...person.roleIds, ...(input.roleIds ?? [])])
  const { rev, ...rest } = input
  const values = cleanUser(context, rest, 'update')
  await applyChange(asPlatform(context), tx, {
    object: 'user',
    isClean: true,
    operations: [{ action: 'update', id, values, ...(rev === undefined ? {} : { rev }) }],
  })
}

/**
 * Somebody leaves: signed out everywhere and their keys closed with the same commit. Their open leads stay with them until
 * somebody hands them over; how many there are is the answer.
 */
export const deactivateUser = async (context: Context, id: string): Promise<{ openLeads: number }> => {
  await updateUser(context, id, { active: false })
  const loads = await findLoads(
    context.workspace.db,
    civilDate(instantOf(context.now), context.workspace.config.current.timeZone),
  )
  return { openLeads: loads.get(id)?.holding ?? 0 }
}
