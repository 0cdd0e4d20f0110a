import type { Source } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'

/** The door by which files come in for this object: what comes through it is recognised, assigned and clocked like any lead. */
export const importDoorOf = (context: Context, object: string): Source | undefined =>
  context.workspace.config.current
    .items('source')
    .find((source) => source.connector === 'import' && source.object === object && source.enabled)
