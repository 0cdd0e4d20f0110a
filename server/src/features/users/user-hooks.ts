import { AppError, type Value } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { DirectoryStore, type Directory } from '../directory/directory-store.ts'
import type { Applied, Operation, Values } from '../records/change.ts'
import type { RecordHook } from '../records/record-hook.ts'
import { deleteAccounts, endSessions, foldLogin, renameAccount } from '../sign-in/account-queries.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireAdminLeft } from './require-admin-left.ts'
import { abilitiesOf, requireAbilitiesOf, requireManager } from './require-manager.ts'

/** Who may sign in, as what and over which rows: these follow from the record, so they are not just any fields of it. */
const decisive = ['login', 'roles', 'active', 'department'] as const

const texts = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

/** Whether this change touches who somebody is to the system. */
const isDecisive = ({ action, before, after }: Applied): boolean =>
  action !== 'update' ||
  decisive.some((name) => JSON.stringify(before?.values[name] ?? null) !== JSON.stringify(after.values[name] ?? null))

/** Whichever door the change came by: page, batch, import, automation or command. */
const guard = async (context: Context, tx: Transaction, applied: readonly Applied[]): Promise<void> => {
  const touched = applied.filter(isDecisive)
  if (touched.length === 0) return
  requireManager(context)
  for (const { before, after } of touched)
    requireAbilitiesOf(context, [...texts(before?.values['roles']), ...texts(after.values['roles'])])
  const directory = await DirectoryStore.open(tx, context.workspace.config)
  requireOwnLogins(directory.current, touched)
  if (touched.some(({ before }) => before && isAdmin(context, before.values)))
    await requireAdminLeft(context.workspace, tx, 'roles')
  await settleAccounts(context, tx, touched)
}

const requireOwnLogins = (directory: Directory, touched: readonly Applied[]): void => {
  const holders = Map.groupBy(directory.users.values(), (person) => foldLogin(person.login))
  for (const { action, after } of touched) {
    if (action === 'delete') continue
    const login = foldLogin(String(after.values['login'] ?? ''))
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,59}$/u.test(login))
      throw new AppError('invalid-values', { issues: [{ path: 'login', code: 'does-not-match', params: { example: 'lina' } }] })
    if ((holders.get(login) ?? []).length > 1)
      throw new AppError('invalid-values', { issues: [{ path: 'login', code: 'login-taken' }] })
  }
}

/** Somebody who can let others in and change the settings: without one the company is locked out of its own system. */
const isAdmin = (context: Context, values: Values): boolean => {
  const abilities = abilitiesOf(context, texts(values['roles']))
  return values['active'] !== false && abilities.has('manage-users') && abilities.has('configure')
}

/** In the same transaction: who has left is out at once, and a login that changed is the one to sign in with. */
const settleAccounts = async (context: Context, tx: Transaction, touched: readonly Applied[]): Promise<void> => {
  const deleted = touched.filter(({ action }) => action === 'delete').map(({ after }) => after.id)
  const left = touched
    .filter(({ action, after }) => action === 'update' && after.values['active'] === false)
    .map(({ after }) => after.id)
  if (deleted.length > 0) await deleteAccounts(tx, deleted)
  if (left.length > 0) await endSessions(tx, left)
  if (deleted.length + left.length > 0) {
    await tx.query('UPDATE w.api_key SET revoked_at = $2 WHERE user_id = ANY($1::uuid[]) AND revoked_at IS NULL', [
      [...deleted, ...left],
      context.now,
    ])
  }
  for (const { action, after } of touched) {
    if (action === 'update')
      await renameAccount(tx, {
        userId: after.id,
        login: String(after.values['login'] ?? ''),
        name: String(after.values['name'] ?? ''),
      })
  }
}

const pathOf = (context: Context, departmentId: unknown): string | null =>
  context.workspace.directory.current.departments.get(String(departmentId))?.path ?? null

/** A colleague's record lies in the colleague's department, not in that of whoever wrote it: their manager's scope finds it. */
const placePeople = async (
  context: Context,
  _tx: Transaction,
  operations: readonly Operation[],
): Promise<readonly Operation[]> =>
  operations.map((operation) =>
    operation.action === 'create'
      ? { ...operation, ownerId: null, departmentPath: pathOf(context, operation.values['department']) }
      : operation,
  )

const movePeople = async (context: Context, tx: Transaction, applied: readonly Applied[]): Promise<void> => {
  const table = context.workspace.config.current.objects.get('user')?.table
  const moved = applied.filter(
    ({ action, before, after }) => action === 'update' && before?.values['department'] !== after.values['department'],
  )
  for (const { after } of moved)
    await tx.query(`UPDATE w.${table} SET dept_path = $2 WHERE id = $1`, [
      after.id,
      pathOf(context, after.values['department']),
    ])
}

export const userHooks: readonly RecordHook[] = [
  { object: 'user', beforeWrite: placePeople, afterWrite: guard },
  { object: 'user', afterWrite: movePeople },
]
