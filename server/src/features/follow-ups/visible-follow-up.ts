import type { Context } from '../workspace/workspace.ts'

/** What the event of a follow-up says, by the field of the follow-up that it tells. */
const told: Readonly<Record<string, string>> = {
  note: 'note',
  outcomeId: 'outcome',
  outcome: 'outcome',
  tag: 'outcome',
  nextAction: 'nextAction',
  nextAt: 'nextAt',
}

/**
 * The data of a `follow-up.logged` event as far as this reader may see it: a lead's timeline must not tell what the
 * follow-up itself would not. Whoever may read no follow-ups learns that there was one.
 */
export const visibleFollowUp = (context: Context, data: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const info = context.workspace.config.current.objects.get('followUp')
  const rights = info && context.access.object(info)
  const isVisible = (name: string): boolean => {
    const field = info?.fields.get(name)
    return (
      field !== undefined && rights !== undefined && rights.read.length > 0 && ['read', 'write'].includes(rights.right(field))
    )
  }
  return Object.fromEntries(Object.entries(data).filter(([name]) => told[name] === undefined || isVisible(told[name])))
}
