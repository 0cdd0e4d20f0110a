import { createHash } from 'node:crypto'
import { AppError } from '@jieli/core'
import type { FastifyRequest } from 'fastify'
import { contextOfUser } from '../features/workspace/contexts.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { findUserOfKey } from '../features/sign-in/api-keys.ts'
import type { App } from './app.ts'

/** How long a session is believed without asking the database again. Signing out forgets at once in this process. */
const BELIEVE_MS = 20_000
const MOST_REMEMBERED = 5_000

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Turns requests into contexts: who asks, by session or key, with which rights. */
export class RequestContexts {
  readonly #app: App
  readonly #logins = new Map<string, { login: string; until: number }>()

  constructor(app: App) {
    this.#app = app
  }

  async of(request: FastifyRequest): Promise<Context> {
    const { workspace } = this.#app
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer) {
      const userId = await findUserOfKey(workspace, bearer)
      return contextOfUser(workspace, userId, { kind: 'key', id: userId })
    }
    requireOwnPage(request)
    const login = await this.#loginOf(request)
    const person = [...workspace.directory.current.users.values()].find((user) => user.login === login)
    if (!person) throw new AppError('not-signed-in')
    return contextOfUser(workspace, person.id)
  }

  forget(request: FastifyRequest): void {
    this.#logins.delete(sessionKey(request))
  }

  async #loginOf(request: FastifyRequest): Promise<string> {
    const key = sessionKey(request)
    const now = Date.parse(this.#app.workspace.clock.now())
    const known = this.#logins.get(key)
    if (known && known.until > now) return known.login
    const login = request.headers.cookie ? await this.#app.signIn.loginOf(new Headers({ cookie: request.headers.cookie })) : null
    if (login === null) throw new AppError('not-signed-in')
    if (this.#logins.size > MOST_REMEMBERED) this.#logins.clear()
    this.#logins.set(key, { login, until: now + BELIEVE_MS })
    return login
  }
}

const sessionKey = (request: FastifyRequest): string => createHash('sha256').update(request.headers.cookie ?? '').digest('base64')

/**
 * A change that rides on a cookie must come from our own pages: another site can make a browser send the cookie, but not
 * this header.
 */
export const requireOwnPage = (request: FastifyRequest): void => {
  if (unsafe.has(request.method) && request.headers['x-jieli-request'] !== '1') throw new AppError('csrf-refused')
}
