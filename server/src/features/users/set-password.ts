import { AppError } from '@jieli/core'
import type { Colleague } from '../directory/directory-store.ts'
import { isAccountPassword, saveAccount } from '../sign-in/account-queries.ts'
import { hashPassword, newOneTimePassword, weaknessOf } from '../sign-in/password.ts'
import { logSignIn } from '../sign-in/log-sign-in.ts'
import { tellSessionsChanged } from '../sign-in/sign-in.ts'
import { countTry, forgiveTry } from '../sign-in/sign-in-limits.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireAbilitiesOf, requireManager } from './require-manager.ts'

const colleague = (context: Context, id: string | null): Colleague => {
  const person = context.workspace.directory.current.users.get(id ?? '')
  if (!person) throw new AppError('not-found')
  return person
}

const save = async (context: Context, person: Colleague, input: { path: string; password: string }): Promise<void> => {
  const weakness = weaknessOf(input.password, person.login)
  if (weakness) throw new AppError('invalid-values', { issues: [{ path: input.path, ...weakness }] })
  const passwordHash = await hashPassword(input.password)
  await context.workspace.db.transaction(async (tx) => {
    await saveAccount(tx, { userId: person.id, login: person.login, name: person.name, passwordHash })
    logSignIn(context, tx, { kind: 'password.changed', userId: person.id, actor: context.actor })
  })
  tellSessionsChanged(context.workspace)
}

/** An administrator's new password for somebody, chosen or made up; that person is signed out everywhere. */
export const setPassword = async (
  context: Context,
  input: { userId: string; password?: string },
): Promise<{ oneTimePassword?: string }> => {
  requireManager(context)
  const person = colleague(context, input.userId)
  requireAbilitiesOf(context, person.roleIds)
  const password = input.password ?? newOneTimePassword()
  await save(context, person, { path: 'password', password })
  return input.password === undefined ? { oneTimePassword: password } : {}
}

/** One's own password, for whoever knows the old one; guesses count like tries at signing in. All sessions end. */
export const changeOwnPassword = async (context: Context, input: { old: string; new: string; ip: string }): Promise<void> => {
  if (context.actor.kind === 'key') throw new AppError('forbidden')
  const person = colleague(context, context.access.userId)
  const attempt = { login: person.login, ip: input.ip, now: context.now }
  await countTry(context.workspace.db, attempt)
  if (!(await isAccountPassword(context.workspace.db, person.id, input.old)))
    throw new AppError('invalid-values', { issues: [{ path: 'old', code: 'wrong-password' }] })
  await forgiveTry(context.workspace.db, attempt)
  await save(context, person, { path: 'new', password: input.new })
}
