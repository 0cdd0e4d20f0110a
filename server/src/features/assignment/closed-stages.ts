import type { Context } from '../workspace/workspace.ts'

/** Stages in which a lead no longer fills anyone's hands: those that a closing outcome leads to. */
export const closedStages = (context: Context): ReadonlySet<string> =>
  new Set(
    context.workspace.config.current
      .items('outcome')
      .flatMap((outcome) => (outcome.closes && outcome.stage ? [outcome.stage] : [])),
  )
