import { AppError } from '@jieli/core'
import pg from 'pg'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Colleague } from '../directory/directory-store.ts'
import { startJob } from '../long-jobs/start-job.ts'
import { writeEvents } from '../records/event-log.ts'
import { requireAbilitiesOf, requireManager } from '../users/require-manager.ts'
import { updateUserIn } from '../users/update-user.ts'
import type { Context } from '../workspace/workspace.ts'
import { handOver } from './handover-job.ts'
import { requireSound, type HandoverInput } from './handover-input.ts'
import { handOverSettings } from './handover-settings.ts'

/** Whoever manages people hands over for those whose roles reach no further than their own. */
export const requireLeaver = (context: Context, userId: string): Colleague => {
  requireManager(context)
  const person = context.workspace.directory.current.users.get(userId)
  if (!person) throw new AppError('not-found')
  requireAbilitiesOf(context, person.roleIds)
  return person
}

/**
 * Begins to hand over what somebody holds. Settings and the end of the account, when asked for, are done with the same
 * commit; the records follow as a job that survives everything. One at a time for a person.
 */
export const startHandover = async (
  context: Context,
  userId: string,
  input: HandoverInput,
): Promise<{ id: string; jobId: string }> => {
  const person = requireLeaver(context, userId)
  requireSound(context, userId, input)
  if (input.settingsTo !== null && !context.access.abilities.has('configure')) throw new AppError('forbidden')
  const { db, directory, config } = context.workspace
  try {
    return await db.transaction((tx) => begin(context, tx, person, input))
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === 'handover_under_way') throw new AppError('handover-under-way')
    throw error
  } finally {
    await Promise.all([directory.refresh(), config.refresh()])
  }
}

const begin = async (
  context: Context,
  tx: Transaction,
  person: Colleague,
  input: HandoverInput,
): Promise<{ id: string; jobId: string }> => {
  const id = newId(context.now)
  await tx.query('INSERT INTO w.handover (id, user_id, created_at, created_by, input) VALUES ($1, $2, $3, $4, $5)', [
    id,
    person.id,
    context.now,
    context.access.userId,
    JSON.stringify(input),
  ])
  if (input.settingsTo !== null) {
    const handed = await handOverSettings(context, tx, { userId: person.id, to: input.settingsTo })
    await tx.query('UPDATE w.handover SET settings = $2 WHERE id = $1', [id, JSON.stringify(handed)])
  }
  if (input.deactivate && person.active) await updateUserIn(context, tx, person.id, { active: false })
  const { name } = person
  const jobId = await startJob(context, tx, handOver, { id, userId: person.id, name, input })
  writeEvents(context, tx, [{ kind: 'handover.started', object: 'user', recordId: person.id, data: { handoverId: id } }])
  return { id, jobId }
}
