import { createHash } from 'node:crypto'
import { AppError } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { foldLogin } from './account-queries.ts'

/** Enough for a forgotten password, too few for a list of them. A campus shares one address, so it gets more. */
const MOST_FOR_LOGIN = 5
const MOST_FOR_ADDRESS = 50
const WINDOW_MINUTES = 5

export interface Try {
  login: string
  ip: string
  now: string
}

const keyOf = (kind: string, value: string): string => `${kind}:${createHash('sha256').update(value).digest('base64url')}`
const keysOf = ({ login, ip }: Try): { login: string; address: string } => ({
  login: keyOf('login', foldLogin(login)),
  address: keyOf('address', ip),
})

/**
 * Counts a try before the password is looked at, so that a hundred at once are not a hundred free ones; refuses it with
 * the seconds to wait. Logins that do not exist are counted alike.
 */
export const countTry = async (db: Queryable, attempt: Try): Promise<void> => {
  const { login, address } = keysOf(attempt)
  await db.query('DELETE FROM w.sign_in_try WHERE ends_at <= $1', [attempt.now])
  const rows = await db.query<{ key: string; count: number; ends_at: string }>(
    `INSERT INTO w.sign_in_try (key, count, ends_at) SELECT key, 1, $2 FROM unnest($1::text[]) AS key ORDER BY key
     ON CONFLICT (key) DO UPDATE SET count = sign_in_try.count + 1 RETURNING key, count, ends_at`,
    [[login, address], addMinutes(attempt.now, WINDOW_MINUTES)],
  )
  const over = rows.filter((row) => row.count > (row.key === login ? MOST_FOR_LOGIN : MOST_FOR_ADDRESS))
  if (over.length === 0) return
  const waits = over.map((row) => Math.ceil((Date.parse(row.ends_at) - Date.parse(attempt.now)) / 1_000))
  throw new AppError('too-many-requests', { details: { retryAfter: Math.max(1, ...waits) } })
}

/** After the right password: the login starts anew, and the address is not charged for it. */
export const forgiveTry = async (db: Queryable, attempt: Try): Promise<void> => {
  const { login, address } = keysOf(attempt)
  await db.query('DELETE FROM w.sign_in_try WHERE key = $1', [login])
  await db.query('UPDATE w.sign_in_try SET count = greatest(0, count - 1) WHERE key = $1', [address])
}
