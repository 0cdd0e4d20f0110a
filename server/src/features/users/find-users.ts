import { AppError } from '@jieli/core'
import { civilDate, instantOf } from '@jieli/core/time/zoned-time'
import type { Colleague } from '../directory/directory-store.ts'
import { findAccounts } from '../sign-in/account-queries.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireManager } from './require-manager.ts'
import { findLoads, type Load } from './load-queries.ts'

/** A colleague as whoever manages people sees them: place, roles, load, whether they can sign in. */
export interface ManagedUser extends Omit<Colleague, 'departmentPath' | 'leaves'> {
  departmentName: string | null
  /** Open leads in hand, and those given today. */
  load: Load
  hasAccount: boolean
  lastSignInAt: string | null
}

/** Everybody who works or worked here, those at work first, by name. */
export const findUsers = async (context: Context): Promise<ManagedUser[]> => {
  requireManager(context)
  const { db, directory, config } = context.workspace
  const today = civilDate(instantOf(context.now), config.current.timeZone)
  const [loads, accounts] = await Promise.all([findLoads(db, today), findAccounts(db)])
  const { departments } = directory.current
  const order = new Intl.Collator('zh-CN')
  return [...directory.current.users.values()]
    .map(({ departmentPath: _path, leaves: _leaves, ...person }) => ({
      ...person,
      departmentName: departments.get(person.departmentId ?? '')?.name ?? null,
      load: loads.get(person.id) ?? { holding: 0, today: 0 },
      hasAccount: accounts.has(person.id),
      lastSignInAt: accounts.get(person.id)?.lastSignInAt ?? null,
    }))
    .toSorted((a, b) => Number(b.active) - Number(a.active) || order.compare(a.name, b.name) || order.compare(a.login, b.login))
}

export const getUser = async (context: Context, id: string): Promise<ManagedUser> => {
  const person = (await findUsers(context)).find((one) => one.id === id)
  if (!person) throw new AppError('not-found')
  return person
}
