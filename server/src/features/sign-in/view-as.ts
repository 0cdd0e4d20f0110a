import { AppError } from '@jieli/core'
import { writeEvents } from '../records/event-log.ts'
import { requireAbilitiesOf, requireManager } from '../users/require-manager.ts'
import { contextOfUser } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * The product as another person sees it: their rows, fields and menus, and nothing to be changed. For whoever manages people,
 * and only as somebody with no more abilities than one's own. The actor stays the one who looks.
 */
export const viewAs = (own: Context, userId: string): Context => {
  requireManager(own)
  const person = own.workspace.directory.current.users.get(userId)
  if (!person?.active) throw new AppError('not-found')
  requireAbilitiesOf(own, person.roleIds)
  return { ...contextOfUser(own.workspace, userId, own.actor), now: own.now }
}

/** Whether one still may: roles change while somebody looks. */
export const mayViewAs = (own: Context, userId: string): boolean => {
  try {
    viewAs(own, userId)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** Who really sits there, when a person's product is looked at by somebody else. */
export const viewerOf = ({ actor, access }: Context): string | null =>
  actor.kind === 'user' && actor.id !== access.userId ? actor.id : null

/** Begins to look: checked, and written into the log of the person looked at before anything is shown. */
export const startViewAs = async (own: Context, userId: string): Promise<void> => {
  if (own.actor.kind !== 'user' || userId === own.access.userId) throw new AppError('forbidden')
  viewAs(own, userId)
  await own.workspace.db.transaction((tx) =>
    writeEvents(own, tx, [{ kind: 'view-as.started', object: 'user', recordId: userId, data: { by: own.access.userId } }]),
  )
}
