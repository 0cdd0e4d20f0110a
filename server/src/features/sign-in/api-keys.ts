import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'

/** Only the hash is kept; 32 random bytes need no slow one. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** Makes a key that acts as a colleague, with that colleague's rights. It is shown once. */
export const createApiKey = async (context: Context, input: { userId: string; label: string }): Promise<{ id: string; key: string }> => {
  if (!context.access.abilities.has('create-keys')) throw new AppError('forbidden')
  if (!context.workspace.directory.current.users.has(input.userId)) throw new AppError('not-found')
  const id = newId(context.now)
  const key = `jk_${randomBytes(32).toString('base64url')}`
  await context.workspace.db.query('INSERT INTO w.api_key (id, user_id, label, hash, created_at) VALUES ($1, $2, $3, $4, $5)', [id, input.userId, input.label, hashOf(key), context.now])
  return { id, key }
}

export const revokeApiKey = async (context: Context, id: string): Promise<void> => {
  if (!context.access.abilities.has('create-keys')) throw new AppError('forbidden')
  await context.workspace.db.query('UPDATE w.api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL', [id, context.now])
}

/** Whose key this is. One indexed read; `last_used_at` moves at most once a minute. */
export const findUserOfKey = async (workspace: Workspace, key: string): Promise<string> => {
  const [row] = await workspace.db.query<{ id: string; user_id: string; stale: boolean }>(
    `SELECT id, user_id, (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute') AS stale FROM w.api_key WHERE hash = $1 AND revoked_at IS NULL`,
    [hashOf(key), workspace.clock.now()],
  )
  if (!row) throw new AppError('not-signed-in')
  if (row.stale) await workspace.db.query('UPDATE w.api_key SET last_used_at = $2 WHERE id = $1', [row.id, workspace.clock.now()])
  return row.user_id
}
