import { AppError, must } from '@jieli/core'
import { applyChange } from '../records/apply-change.ts'
import { saveAccount } from '../sign-in/account-queries.ts'
import { hashPassword, newOneTimePassword, weaknessOf } from '../sign-in/password.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireAbilitiesOf, requireManager } from './require-manager.ts'
import { asPlatform, cleanUser, type NewUser } from './user-values.ts'

/** A new colleague with an account to sign in with. A password that nobody chose is answered once and kept nowhere. */
export const createUser = async (context: Context, input: NewUser): Promise<{ id: string; oneTimePassword?: string }> => {
  requireManager(context)
  requireAbilitiesOf(context, input.roleIds)
  const { password: chosen, ...person } = input
  const password = chosen ?? newOneTimePassword()
  const values = cleanUser(context, { ...person, active: true }, 'create')
  const weakness = weaknessOf(password, input.login)
  if (weakness) throw new AppError('invalid-values', { issues: [{ path: 'password', ...weakness }] })
  const passwordHash = await hashPassword(password)
  const id = await context.workspace.db.transaction(async (tx) => {
    const applied = await applyChange(asPlatform(context), tx, {
      object: 'user',
      isClean: true,
      operations: [{ action: 'create', ownerId: null, values: { weight: 1, ...values } }],
    })
    const { after } = must(applied[0])
    await saveAccount(tx, {
      userId: after.id,
      login: String(after.values['login']),
      name: String(after.values['name']),
      passwordHash,
    })
    return after.id
  })
  await context.workspace.directory.refresh()
  return { id, ...(chosen === undefined ? { oneTimePassword: password } : {}) }
}
