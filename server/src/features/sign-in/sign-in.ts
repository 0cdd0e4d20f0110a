import { AppError } from '@jieli/core'
import type { Colleague } from '../directory/directory-store.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { endSessions } from './account-queries.ts'
import { countTry, forgiveTry } from './sign-in-limits.ts'
import type { SignInService } from './sign-in-service.ts'

export interface Credentials {
  login: string
  password: string
  ip: string
  userAgent: string
}

/** A new session for the right password of somebody who works here; the same answer for everything else. */
export const signIn = async (
  workspace: Workspace,
  service: SignInService,
  input: Credentials,
): Promise<{ person: Colleague; cookies: string[] }> => {
  const attempt = { login: input.login, ip: input.ip, now: workspace.clock.now() }
  await countTry(workspace.db, attempt)
  const { userId, cookies } = await service.signIn(input.login, input.password, input)
  const person = workspace.directory.current.users.get(userId)
  if (!person?.active) {
    await endSessions(workspace.db, [userId])
    throw new AppError('bad-credentials')
  }
  await forgiveTry(workspace.db, attempt)
  return { person, cookies }
}

/** Lets every process ask the database again who is signed in. */
export const tellSessionsChanged = (workspace: Workspace): void =>
  workspace.commits.publish({ objects: [], noticed: [], metaVersion: workspace.config.current.version })
