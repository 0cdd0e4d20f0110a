import type { Colleague } from '../features/directory/directory-store.ts'
import { foldLogin } from '../features/sign-in/account-queries.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { UsageError } from './command.ts'

/** The colleague with this login, spelled in any case and width. */
export const personOfLogin = (context: Context, login: string): Colleague => {
  const wanted = foldLogin(login)
  const person = [...context.workspace.directory.current.users.values()].find((user) => foldLogin(user.login) === wanted)
  if (!person) throw new UsageError(`没有登录名为「${login}」的同事 · nobody has the login "${login}"`)
  return person
}
