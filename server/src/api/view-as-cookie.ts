import type { FastifyRequest } from 'fastify'

const NAME = 'jieli_view_as'
const HOURS = 8

/** Whose product this browser looks at, as it says: rights are asked for with every request. */
export const viewedIn = (request: FastifyRequest): string | undefined =>
  new RegExp(`(?:^|; )${NAME}=([0-9a-f-]{36})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]

/** Kept from scripts and from other sites, like the session itself; null ends it. */
export const viewAsCookie = (userId: string | null, isSecure: boolean): string =>
  `${NAME}=${userId ?? ''}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${userId === null ? 0 : HOURS * 3_600}${isSecure ? '; Secure' : ''}`
