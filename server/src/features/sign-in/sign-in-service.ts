import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import { Kysely, PostgresDialect } from 'kysely'
import { hash, verify } from '@node-rs/argon2'
import type pg from 'pg'
import { AppError } from '@jieli/core'

/** Argon2id as OWASP has it for 2026: 19 MiB, two passes. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const SESSION_DAYS = 14

export interface SignInService {
  /** Makes the account of a colleague. `login` is unique in the company. */
  createAccount(person: { login: string; name: string; password: string }): Promise<void>
  setPassword(login: string, password: string): Promise<void>
  /** The cookie to set, or `bad-credentials`; how long it takes does not tell whether the login exists. */
  signIn(login: string, password: string, from: { ip: string; userAgent: string }): Promise<{ cookies: string[] }>
  /** Ends the session of these request headers; gives the cookies that clear it. */
  signOut(headers: Headers): Promise<{ cookies: string[] }>
  /** The login behind these request headers, or null. */
  loginOf(headers: Headers): Promise<string | null>
}

/** The sign-in library over our PostgreSQL and our tables. Its HTTP routes are not mounted: the API calls it by functions. */
export const createSignInService = (pool: pg.Pool, schema: string, options: { secret: string; publicUrl: string }): SignInService => {
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }).withSchema(schema)
  const auth = betterAuth({
    secret: options.secret,
    baseURL: options.publicUrl,
    database: { db: kysely, type: 'postgres' },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: SESSION_DAYS * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 8,
      password: { hash: (password) => hash(password, cost), verify: ({ hash: stored, password }) => verify(stored, password) },
    },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 60, usernameValidator: () => true })],
    advanced: { cookiePrefix: 'jieli', useSecureCookies: options.publicUrl.startsWith('https:'), defaultCookieAttributes: { sameSite: 'lax', httpOnly: true } },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Attempts are limited at our own door, by login and by address.
    rateLimit: { enabled: false },
  })
  const emailOf = (login: string): string => `${encodeURIComponent(login).replaceAll('%', '_').toLowerCase()}@people.invalid`
  return {
    createAccount: async ({ login, name, password }) => {
      await auth.api.signUpEmail({ body: { email: emailOf(login), name, password, username: login } })
    },
    setPassword: async (login, password) => {
      const context = await auth.$context
      const account = await context.internalAdapter.findUserByEmail(emailOf(login))
      if (!account) throw new AppError('not-found')
      await context.internalAdapter.updatePassword(account.user.id, await hash(password, cost))
      await context.internalAdapter.deleteUserSessions(account.user.id)
    },
    signIn: async (login, password, from) => {
      const headers = new Headers({ 'x-forwarded-for': from.ip, 'user-agent': from.userAgent })
      const response = await auth.api.signInUsername({ body: { username: login, password }, headers, asResponse: true })
      if (!response.ok) throw new AppError('bad-credentials')
      return { cookies: response.headers.getSetCookie() }
    },
    signOut: async (headers) => ({ cookies: (await auth.api.signOut({ headers, asResponse: true })).headers.getSetCookie() }),
    loginOf: async (headers) => {
      const session = await auth.api.getSession({ headers })
      const user = session?.user as { displayUsername?: string | null; username?: string | null } | undefined
      return user?.displayUsername ?? user?.username ?? null
    },
  }
}
