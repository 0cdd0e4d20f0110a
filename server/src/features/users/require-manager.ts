import { AppError, type Ability } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'

/** What these roles allow beyond records, all taken together. */
export const abilitiesOf = (context: Context, roleIds: readonly string[]): ReadonlySet<Ability> =>
  new Set(roleIds.flatMap((id) => context.workspace.config.current.item('role', id)?.abilities ?? []))

/** Nobody gives, takes or acts with abilities that are not theirs. */
export const requireAbilitiesOf = (context: Context, roleIds: readonly string[]): void => {
  for (const ability of abilitiesOf(context, roleIds)) {
    if (!context.access.abilities.has(ability)) throw new AppError('forbidden')
  }
}

/** People are managed by those who may. */
export const requireManager = (context: Context): void => {
  if (!context.access.abilities.has('manage-users')) throw new AppError('forbidden')
}
