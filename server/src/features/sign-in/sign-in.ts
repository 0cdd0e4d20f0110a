import { AppError } from '@jieli/core'
import type { Colleague } from '../directory/directory-store.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { endSessions, foldLogin } from './account-queries.ts'
import { logSignInOf } from './log-sign-in.ts'
import { countTry, forgiveTry } from './sign-in-limits.ts'
import type { SignInService } from './sign-in-service.ts'

export interface Credentials {
  login: string
  password: string
  ip: string
  userAgent: string
}

/** A new session for the right password of somebody who works here; the same answer for everything else. Both are logged. */
export const signIn = async (
  workspace: Workspace,
  service: SignInService,
  input: Credentials,
): Promise<{ person: Colleague; cookies: string[] }> => {
  const attempt = { login: input.login, ip: input.ip, now: workspace.clock.now() }
  // Tries beyond the limit are not logged: nobody may fill the disk by guessing.
  await countTry(workspace.db, attempt)
  try {
    const { userId, cookies } = await service.signIn(input.login, input.password, input)
    const person = workspace.directory.current.users.get(userId)
    if (!person?.active) {
      await endSessions(workspace.db, [userId])
      throw new AppError('bad-credentials')
    }
    await forgiveTry(workspace.db, attempt)
    await logSignInOf(workspace, { kind: 'session.started', userId, place: input })
    return { person, cookies }
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-credentials')
      await logSignInOf(workspace, {
        kind: 'session.refused',
        userId: personOf(workspace, input.login)?.id ?? null,
        actor: { kind: 'system', id: null },
        place: input,
      })
    throw error
  }
}

const personOf = ({ directory }: Workspace, login: string): Colleague | undefined =>
  [...directory.current.users.values()].find((person) => foldLogin(person.login) === foldLogin(login))

/** Ends the session of these headers, and says so in the log when there was one. */
export const signOut = async (
  workspace: Workspace,
  service: SignInService,
  headers: Headers,
): Promise<{ cookies: string[] }> => {
  const userId = await service.userIdOf(headers)
  const ended = await service.signOut(headers)
  if (userId !== null) await logSignInOf(workspace, { kind: 'session.ended', userId })
  tellSessionsChanged(workspace)
  return ended
}

/** Lets every process ask the database again who is signed in. */
export const tellSessionsChanged = (workspace: Workspace): void =>
  workspace.commits.publish({ objects: [], noticed: [], metaVersion: workspace.config.current.version })
