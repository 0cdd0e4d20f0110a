import { createHash } from 'node:crypto'
import { AppError } from '@jieli/core'
import type { FastifyRequest } from 'fastify'
import { contextOfUser, forEyes } from '../features/workspace/contexts.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { findUserOfKey } from '../features/sign-in/api-keys.ts'
import { mayViewAs, viewAs } from '../features/sign-in/view-as.ts'
import { readOnlyAccess } from '../features/sign-in/read-only-access.ts'
import { scopedAccess } from '../features/sign-in/scoped-access.ts'
import type { App } from './app.ts'
import { viewedIn } from './view-as-cookie.ts'

/** How long a session is believed without asking the database again, when no word of a change comes. */
const BELIEVE_MS = 20_000
const MOST_REMEMBERED = 5_000

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Questions that are too long for an address: they change nothing, so keys for reading may ask them. */
const questions = new Set([
  '/api/v1/objects/:object/query',
  '/api/v1/objects/:object/group',
  '/api/v1/objects/:object/taken',
  '/api/v1/leads/check-duplicate',
])

/** All that a key for some objects reaches: what is not about an object's records is not what it was made for. */
const isOfObjects = /^\/api\/v1\/(objects\/|meta$|openapi\.json$|client\.ts$)/

/** The key of a program, when the request carries one. */
export const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]

/** Turns requests into contexts: who asks, by session or key, with which rights. */
export class RequestContexts {
  readonly #app: App
  readonly #people = new Map<string, { userId: string; until: number }>()
  /** Moves when sessions may have ended: what was asked before is not remembered after. */
  #generation = 0

  constructor(app: App) {
    this.#app = app
    app.workspace.commits.subscribe((commit) => {
      if (commit.metaVersion !== undefined) this.forgetAll()
    })
  }

  async of(request: FastifyRequest): Promise<Context> {
    if (request.headers.authorization !== undefined) return this.#ofKey(request)
    return forEyes(this.#asViewed(request, contextOfUser(this.#app.workspace, await this.#userOf(request))))
  }

  /** With the rights of the person whose product is looked at; whoever may not look any more is simply themselves. */
  #asViewed(request: FastifyRequest, own: Context): Context {
    const userId = viewedIn(request)
    if (userId === undefined || userId === own.access.userId || !mayViewAs(own, userId)) return own
    if (unsafe.has(request.method) && !questions.has(request.routeOptions.url ?? '')) throw new AppError('view-as-read-only')
    return viewAs(own, userId)
  }

  forgetAll(): void {
    this.#generation++
    this.#people.clear()
  }

  /** A browser never sends this header by itself, so no other site can borrow it. */
  async #ofKey(request: FastifyRequest): Promise<Context> {
    const bearer = bearerOf(request)
    if (!bearer) throw new AppError('not-signed-in')
    const { userId, readOnly, scopes } = await findUserOfKey(this.#app.workspace, bearer, {
      ip: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    })
    const whole = contextOfUser(this.#app.workspace, userId, { kind: 'key', id: userId })
    if (scopes && !isOfObjects.test(request.routeOptions.url ?? '')) throw new AppError('forbidden')
    const context = scopes ? { ...whole, access: scopedAccess(whole.access, scopes) } : whole
    if (!readOnly) return context
    if (unsafe.has(request.method) && !questions.has(request.routeOptions.url ?? '')) throw new AppError('forbidden')
    return { ...context, access: readOnlyAccess(context.access) }
  }

  async #userOf(request: FastifyRequest): Promise<string> {
    const key = sessionKey(request)
    const now = Date.parse(this.#app.workspace.clock.now())
    const known = this.#people.get(key)
    if (known && known.until > now) return known.userId
    const generation = this.#generation
    const userId = request.headers.cookie
      ? await this.#app.signIn.userIdOf(new Headers({ cookie: request.headers.cookie }))
      : null
    if (userId === null) throw new AppError('not-signed-in')
    if (this.#people.size > MOST_REMEMBERED) this.#people.clear()
    if (generation === this.#generation) this.#people.set(key, { userId, until: now + BELIEVE_MS })
    return userId
  }
}

const sessionKey = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(request.headers.cookie ?? '')
    .digest('base64')

/**
 * A change that rides on a cookie must come from our own pages: another site can make a browser send the cookie, but not
 * this header. Where the browser says who asked, another site is refused even so. Settled before the body is read; requests
 * by key and the public doors do not rest on a cookie.
 */
export const requireOwnPage = (request: FastifyRequest): void => {
  if (!unsafe.has(request.method) || !request.url.startsWith('/api/') || request.headers.authorization !== undefined) return
  const site = request.headers['sec-fetch-site']
  if (request.headers['x-jieli-request'] !== '1' || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new AppError('csrf-refused')
}
