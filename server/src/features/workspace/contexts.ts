import { accessOf, ancestorsOf, AppError, systemAccess, type Actor } from '@jieli/core'
import type { Context, Workspace } from './workspace.ts'

/** The context of a colleague at work. One who has left, or is not there, cannot have one. */
export const contextOfUser = (workspace: Workspace, userId: string, actor: Actor = { kind: 'user', id: userId }): Context => {
  const person = workspace.directory.current.users.get(userId)
  if (!person?.active) throw new AppError('not-signed-in')
  const roles = person.roleIds.flatMap((id) => workspace.config.current.item('role', id) ?? [])
  const { departmentPath } = person
  const grantees = [userId, ...ancestorsOf(departmentPath)]
  const maySeeShared = (object: string): boolean => workspace.shareReach.reaches(object, grantees)
  const access = accessOf({ userId, departmentPath, roles, maySeeShared })
  return { workspace, actor, access, now: workspace.clock.now() }
}

/** For a person at a screen: sensitive values come covered, one at a time they are uncovered by `revealValue`, which logs it. */
export const forEyes = (context: Context): Context => ({ ...context, access: { ...context.access, covers: true } })

/**
 * With sensitive values whole: for what the platform compares or writes on a person's behalf without showing it, and for the
 * ways on which what was read is written down (reveal, export).
 */
export const seeingWhole = (context: Context): Context => ({ ...context, access: { ...context.access, covers: false } })

/** The context of the platform's own work: a door that took something in, a timer, the installer. */
export const systemContext = (
  workspace: Workspace,
  actor: Actor = { kind: 'system', id: null },
  now = workspace.clock.now(),
): Context => ({
  workspace,
  actor,
  access: systemAccess,
  now,
})
