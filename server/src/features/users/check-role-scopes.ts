import type { Issue, ObjectInfo, Role, RowScope } from '@jieli/core'
import { ScopeColumns } from '../records/scope-columns.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * Whether each condition of a role can be asked of its object: over fields that there are, of the right kinds, with
 * functions of the language only. Found out when the role is written; a condition that does not compile would refuse
 * every later question of its people.
 */
export const issuesOfScopes = (context: Context, role: Role): Issue[] =>
  Object.entries(role.objects).flatMap(([name, rights]) => {
    const info = context.workspace.config.current.objects.get(name)
    if (!info) return []
    return (['read', 'update', 'delete'] as const).flatMap((use) => {
      const reason = reasonOf(context, info, rights[use])
      return reason === null ? [] : [{ path: `objects.${name}.${use}`, code: 'invalid-setting' as const, params: { reason } }]
    })
  })

const reasonOf = (context: Context, info: ObjectInfo, scope: RowScope): string | null => {
  if (typeof scope === 'string') return null
  try {
    new ScopeColumns(context, info).add([scope])
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
