import { AppError, type Ability, type Role } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { issuesOfScopes } from './check-role-scopes.ts'
import { requireAdminLeft } from './require-admin-left.ts'

/** A role as it was and as it is to be; null: it is not there. */
export interface RoleEdit {
  before: Role | null
  after: Role | null
}

const holdsBoth = (abilities: { has(ability: Ability): boolean }): boolean =>
  abilities.has('configure') && abilities.has('manage-users')

/**
 * Roles are settings, yet more than that: nobody writes an ability into a role that is not theirs (administrators may write
 * any), a row scope must be a condition that its object can answer, and the last administrator's role cannot be emptied, renamed away or deleted.
 */
export const guardRoles = async (context: Context, tx: Transaction, edits: readonly RoleEdit[]): Promise<void> => {
  const { abilities } = context.access
  const issues = edits.flatMap(({ after }) => (after ? issuesOfScopes(context, after) : []))
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  if (!holdsBoth(abilities)) {
    for (const { before, after } of edits) {
      const added = (after?.abilities ?? []).filter((ability) => !before?.abilities.includes(ability))
      if (added.some((ability) => !abilities.has(ability))) throw new AppError('forbidden')
    }
  }
  if (edits.some(({ before }) => before !== null && before.abilities.length > 0))
    await requireAdminLeft(context.workspace, tx, 'abilities')
}
