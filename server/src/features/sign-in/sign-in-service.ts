import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { AppError } from '@jieli/core'
import { foldLogin } from './account-queries.ts'
import { hashPassword, isPasswordOf } from './password.ts'

const SESSION_DAYS = 14

export interface SignInService {
  /** Whose account it is and the cookies of a new session, or `bad-credentials`; how long it takes does not tell whether the login exists. */
  signIn(
    login: string,
    password: string,
    from: { ip: string; userAgent: string },
  ): Promise<{ userId: string; cookies: string[] }>
  /** Ends the session of these request headers; gives the cookies that clear it. */
  signOut(headers: Headers): Promise<{ cookies: string[] }>
  /** The colleague behind these request headers, or null. */
  userIdOf(headers: Headers): Promise<string | null>
}

/** The sign-in library over our PostgreSQL and our tables. Its HTTP routes are not mounted: the API calls it by functions. */
export const createSignInService = (
  pool: pg.Pool,
  schema: string,
  options: { secret: string; publicUrl: string },
): SignInService => {
  const auth = openAuth(pool, schema, options)
  return {
    signIn: async (login, password, from) => {
      const headers = new Headers({ 'x-forwarded-for': from.ip, 'user-agent': from.userAgent })
      const response = await auth.api.signInUsername({ body: { username: login, password }, headers, asResponse: true })
      if (response.status >= 500) throw new Error(`sign-in failed with ${response.status}`)
      if (!response.ok) throw new AppError('bad-credentials')
      const { user } = (await response.json()) as { user: { id: string } }
      return { userId: user.id, cookies: response.headers.getSetCookie() }
    },
    signOut: async (headers) => ({ cookies: (await auth.api.signOut({ headers, asResponse: true })).headers.getSetCookie() }),
    userIdOf: async (headers) => (await auth.api.getSession({ headers }))?.user.id ?? null,
  }
}

const openAuth = (pool: pg.Pool, schema: string, options: { secret: string; publicUrl: string }) =>
  betterAuth({
    secret: options.secret,
    baseURL: options.publicUrl,
    database: { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }).withSchema(schema), type: 'postgres' },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: SESSION_DAYS * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash: stored, password }) => isPasswordOf(stored, password) },
    },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 60,
        usernameValidator: () => true,
        usernameNormalization: foldLogin,
      }),
    ],
    advanced: {
      cookiePrefix: 'jieli',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Attempts are limited at our own door, by login and by address.
    rateLimit: { enabled: false },
  })
