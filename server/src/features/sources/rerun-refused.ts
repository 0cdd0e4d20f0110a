import { AppError, must } from '@jieli/core'
import { rerunCapture } from '../capture/rerun-captures.ts'
import type { Captured } from '../capture/submission.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * Runs a refused envelope again, with what somebody put right. It goes the way every lead goes (identity, assignment,
 * clocks); what may be put right is what this person may write on a new lead.
 */
export const rerunRefused = async (
  context: Context,
  captureId: string,
  corrections: Record<string, unknown>,
): Promise<Captured> => {
  if (!context.access.abilities.has('see-sources')) throw new AppError('forbidden')
  const info = must(context.workspace.config.current.objects.get('lead'))
  const rights = context.access.object(info)
  if (!rights?.create) throw new AppError('forbidden')
  for (const name of Object.keys(corrections)) {
    const field = info.fields.get(name)
    if (!field || field.system || field.readOnly || !['read', 'write'].includes(rights.right(field)))
      throw new AppError('unknown-field', { details: { field: name } })
  }
  const captured = await rerunCapture(systemContext(context.workspace, context.actor, context.now), captureId, corrections)
  if (!captured) throw new AppError('not-found')
  return captured
}
