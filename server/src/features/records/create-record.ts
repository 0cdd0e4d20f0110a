import { AppError } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import type { Captured, Submission } from '../capture/submission.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeOne } from './apply-change.ts'
import { checkValues } from './check-values.ts'
import { openForWriting } from './require-rights.ts'
import { claimsOf, holdersOf } from './identity-queries.ts'
import type { Values } from './change.ts'

/** The source that stands for people's own entry, when the workspace has one. */
const manualSource = (context: Context, object: string, wanted: unknown): string | undefined => {
  const sources = context.workspace.config.current
    .items('source')
    .filter((source) => source.object === object && source.enabled)
  return (sources.find((source) => source.id === wanted) ?? sources.find((source) => source.connector === 'manual'))?.id
}

/**
 * Makes a record by hand. Objects that have doors (leads) go through capture like everything else that comes in: same
 * cleaning, same identity, same assignment. A known customer is not made twice: it is refused, or touched if confirmed.
 */
export const createRecord = async (
  context: Context,
  capture: (submission: Submission) => Promise<Captured>,
  input: { object: string; values: Record<string, unknown>; confirmTouch: boolean },
): Promise<string> => {
  const source = manualSource(context, input.object, input.values['source'])
  if (source === undefined) return (await changeOne(context, input.object, { action: 'create', values: input.values })).after.id
  const info = openForWriting(context, input.object)
  if (!context.access.object(info)?.create) throw new AppError('forbidden')
  const [operation] = checkValues(context, info, [{ action: 'create', values: input.values }])
  const values = operation && 'values' in operation ? (operation.values as Values) : {}
  const holders = await holdersOf(context.workspace.db, input.object, claimsOf(info, values, ''))
  if (holders.length > 0 && !input.confirmTouch) throw new AppError('duplicate-identity')
  const captured = await capture({
    sourceId: source,
    eventId: newId(context.now),
    receivedAt: context.now,
    payload: {},
    fixed: values,
    actor: context.actor,
    ...(context.access.userId && input.values['assign'] !== 'rules' && isTaker(context)
      ? { ownerId: context.access.userId }
      : {}),
  })
  if (captured.status === 'refused')
    throw new AppError('capture-refused', { details: { reason: captured.reason }, issues: captured.issues })
  return captured.recordId
}

/** Someone who takes leads keeps the one they enter; for others (front desk, manager) the rules decide. */
const isTaker = (context: Context): boolean => {
  const roles = context.workspace.directory.current.users.get(context.access.userId ?? '')?.roleIds ?? []
  return context.workspace.config.current
    .items('assignment-rule')
    .some((rule) => rule.pool.roles.some((role) => roles.includes(role)))
}
