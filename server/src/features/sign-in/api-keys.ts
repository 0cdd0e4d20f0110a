import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { requireAbilitiesOf } from '../users/require-manager.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { logSignIn, type Place } from './log-sign-in.ts'
import type { KeyScopes } from './scoped-access.ts'

export interface ApiKey {
  id: string
  userId: string
  label: string
  readOnly: boolean
  /** Null: all that the person may reach. */
  scopes: KeyScopes | null
  createdAt: string
  lastUsedAt: string | null
}

/** Only the hash is kept; 32 random bytes need no slow one. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** A key makes no keys: who copied one must not be able to stay after it is revoked. */
const requireMayMakeKeys = (context: Context): void => {
  if (!context.access.abilities.has('create-keys') || context.actor.kind === 'key') throw new AppError('forbidden')
}

/** Makes a key that acts as a colleague, with that colleague's rights or a part of them. It is shown once. */
export const createApiKey = async (
  context: Context,
  input: { userId: string; label: string; readOnly?: boolean; scopes?: KeyScopes | undefined },
): Promise<{ id: string; key: string }> => {
  requireMayMakeKeys(context)
  const person = context.workspace.directory.current.users.get(input.userId)
  if (!person?.active) throw new AppError('not-found')
  if (input.userId !== context.access.userId) requireAbilitiesOf(context, person.roleIds)
  const id = newId(context.now)
  const key = `jk_${randomBytes(32).toString('base64url')}`
  await context.workspace.db.transaction(async (tx) => {
    tx.send(
      'INSERT INTO w.api_key (id, user_id, label, hash, read_only, scopes, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        id,
        input.userId,
        input.label,
        hashOf(key),
        input.readOnly ?? false,
        input.scopes ? JSON.stringify(input.scopes) : null,
        context.now,
      ],
    )
    logKey(context, tx, 'key.made', { id, userId: input.userId, label: input.label })
  })
  return { id, key }
}

/** Keys that still open: one's own, or everybody's for whoever manages people. */
export const findApiKeys = async (context: Context): Promise<ApiKey[]> => {
  const all = context.access.abilities.has('manage-users')
  if (!all && !context.access.abilities.has('create-keys')) throw new AppError('forbidden')
  return context.workspace.db.query<ApiKey>(
    `SELECT id, user_id AS "userId", label, read_only AS "readOnly", scopes, created_at AS "createdAt", last_used_at AS "lastUsedAt"
     FROM w.api_key WHERE revoked_at IS NULL AND ($1 OR user_id = $2) ORDER BY id DESC`,
    [all, context.access.userId],
  )
}

/** Takes effect with the next request. Somebody else's key can be revoked by whoever manages people. */
export const revokeApiKey = async (context: Context, id: string): Promise<void> => {
  const key = (await findApiKeys(context)).find((one) => one.id === id)
  if (!key) throw new AppError('not-found')
  await context.workspace.db.transaction(async (tx) => {
    tx.send('UPDATE w.api_key SET revoked_at = $2 WHERE id = $1', [id, context.now])
    logKey(context, tx, 'key.revoked', key)
  })
}

/** What becomes of a key, in the log: which one and whose, never the key. */
const logKey = (
  context: Context,
  tx: Transaction,
  kind: 'key.made' | 'key.revoked',
  { id, userId, label }: Pick<ApiKey, 'id' | 'userId' | 'label'>,
): void => logSignIn(context, tx, { kind, userId, actor: context.actor, data: { keyId: id, label } })

/** Whose key it is, and how much of that person's rights it has. */
export type KeyOwner = Pick<ApiKey, 'userId' | 'readOnly' | 'scopes'>

/** Whose key this is. One indexed read; `last_used_at` moves at most once a minute, and its first use is logged with its place. */
export const findUserOfKey = async (workspace: Workspace, key: string, place: Place): Promise<KeyOwner> => {
  const now = workspace.clock.now()
  const [row] = await workspace.db.query<KeyOwner & { id: string; label: string; stale: boolean }>(
    `SELECT id, label, user_id AS "userId", read_only AS "readOnly", scopes, (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute') AS stale FROM w.api_key WHERE hash = $1 AND revoked_at IS NULL`,
    [hashOf(key), now],
  )
  if (!row) throw new AppError('not-signed-in')
  if (row.stale) await noteUse(workspace, row, place)
  return { userId: row.userId, readOnly: row.readOnly, scopes: row.scopes }
}

/** Of uses at one instant only one finds it unused: the row's lock decides which. */
const noteUse = async (
  workspace: Workspace,
  { id, userId, label }: Pick<ApiKey, 'id' | 'userId' | 'label'>,
  place: Place,
): Promise<void> =>
  workspace.db.transaction(async (tx) => {
    const context = systemContext(workspace)
    const [first] = await tx.query(
      'UPDATE w.api_key SET last_used_at = $2 WHERE id = $1 AND last_used_at IS NULL RETURNING id',
      [id, context.now],
    )
    if (first)
      logSignIn(context, tx, {
        kind: 'key.first-used',
        userId,
        actor: { kind: 'key', id: userId },
        place,
        data: { keyId: id, label },
      })
    else tx.send('UPDATE w.api_key SET last_used_at = $2 WHERE id = $1', [id, context.now])
  })
