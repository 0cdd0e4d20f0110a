import type { Submission } from '../capture/submission.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Values } from './change.ts'

/** The source that stands for people's own entry, when the object has doors; undefined: its records are simply written. */
export const manualSource = (context: Context, object: string, wanted: unknown): string | undefined => {
  const sources = context.workspace.config.current
    .items('source')
    .filter((source) => source.object === object && source.enabled)
  return (sources.find((source) => source.id === wanted) ?? sources.find((source) => source.connector === 'manual'))?.id
}

/** A record that a colleague or their program enters, as the door for it takes it in. `values` are clean. */
export const submissionByHand = (
  context: Context,
  input: { sourceId: string; eventId: string; values: Values; assignByRules: boolean },
): Submission => ({
  sourceId: input.sourceId,
  eventId: input.eventId,
  receivedAt: context.now,
  payload: {},
  fixed: input.values,
  actor: context.actor,
  ...(context.access.userId && !input.assignByRules && isTaker(context) ? { ownerId: context.access.userId } : {}),
})

/** Someone who takes leads keeps the one they enter; for others (front desk, manager) the rules decide. */
const isTaker = (context: Context): boolean => {
  const roles = context.workspace.directory.current.users.get(context.access.userId ?? '')?.roleIds ?? []
  return context.workspace.config.current
    .items('assignment-rule')
    .some((rule) => rule.pool.roles.some((role) => roles.includes(role)))
}
