import { randomBytes } from 'node:crypto'
import type { Queryable, Transaction } from '../../database/database.ts'
import { hashPassword, isPasswordOf } from './password.ts'

/**
 * Accounts in the sign-in library's tables. An account has the id of its person's record, so that no change of a login can
 * hand it to somebody else; the address the library insists on is made from the id and goes nowhere.
 */
export interface Account {
  userId: string
  login: string
  name: string
}

/** How logins are compared: case and width do not count. */
export const foldLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

/** Makes the account, or gives the one that is there this login and password. Sessions under the old password end. */
export const saveAccount = async (tx: Transaction, account: Account & { passwordHash: string }): Promise<void> => {
  await tx.query(
    `INSERT INTO w.auth_user (id, name, email, username, "displayUsername") VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, username = excluded.username, "displayUsername" = excluded."displayUsername", "updatedAt" = now()`,
    [account.userId, account.name, `${account.userId}@people.invalid`, foldLogin(account.login), account.login],
  )
  await tx.query(`DELETE FROM w.auth_account WHERE "userId" = $1 AND "providerId" = 'credential'`, [account.userId])
  await tx.query(
    `INSERT INTO w.auth_account (id, "accountId", "providerId", "userId", password) VALUES ($1, $2, 'credential', $2, $3)`,
    [randomBytes(16).toString('hex'), account.userId, account.passwordHash],
  )
  await endSessions(tx, [account.userId])
}

/** For installers and tests: the account of a colleague who is there already. */
export const createAccount = async (
  db: { transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> },
  account: Account & { password: string },
): Promise<void> => {
  const passwordHash = await hashPassword(account.password)
  await db.transaction((tx) => saveAccount(tx, { ...account, passwordHash }))
}

export const renameAccount = async (tx: Transaction, account: Account): Promise<void> =>
  void (await tx.query(
    `UPDATE w.auth_user SET name = $2, username = $3, "displayUsername" = $4, "updatedAt" = now() WHERE id = $1`,
    [account.userId, account.name, foldLogin(account.login), account.login],
  ))

export const endSessions = async (tx: Queryable, userIds: readonly string[]): Promise<void> =>
  void (await tx.query('DELETE FROM w.auth_session WHERE "userId" = ANY($1)', [userIds]))

export const deleteAccounts = async (tx: Queryable, userIds: readonly string[]): Promise<void> =>
  void (await tx.query('DELETE FROM w.auth_user WHERE id = ANY($1)', [userIds]))

export const isAccountPassword = async (db: Queryable, userId: string, password: string): Promise<boolean> => {
  const [row] = await db.query<{ password: string }>(
    `SELECT password FROM w.auth_account WHERE "userId" = $1 AND "providerId" = 'credential'`,
    [userId],
  )
  return row !== undefined && isPasswordOf(row.password, password)
}

/** Of these people, those who can sign in, with the time of their last sign-in that still counts. */
export const findAccounts = async (db: Queryable): Promise<Map<string, { lastSignInAt: string | null }>> => {
  const rows = await db.query<{ id: string; at: string | null }>(
    `SELECT u.id, max(s."createdAt") AS at FROM w.auth_user u LEFT JOIN w.auth_session s ON s."userId" = u.id GROUP BY u.id`,
  )
  return new Map(rows.map((row) => [row.id, { lastSignInAt: row.at }]))
}
