import type { Context } from '../workspace/workspace.ts'

/** Who did it, in a word: a colleague's name, a door's label. */
export const actorName = (context: Context, row: { actor_kind: string; actor_id: string | null }): string => {
  const snapshot = context.workspace.config.current
  const id = row.actor_id ?? ''
  if (row.actor_kind === 'user' || row.actor_kind === 'key')
    return context.workspace.directory.current.users.get(id)?.name ?? ''
  return (
    snapshot.item('source', id)?.label ??
    snapshot.item('assignment-rule', id)?.label ??
    snapshot.item('follow-up-rule', id)?.label ??
    ''
  )
}
