import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@jieli/core'
import fastifyStatic from '@fastify/static'
import type { App } from './app.ts'
import type { Http } from './http.ts'

const appPath = /^\/(?!api\/|f\/|in\/|assets\/|healthz|readyz|metrics)/

/** Scripts of ours only; styles of ours, and those that the formula editor makes on the page, known by the request's nonce. */
const policyWith = (nonce: string): string =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; ` +
  `connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; frame-src 'self'`

/** The built pages: hashed files are kept for good, the page itself is asked for each time. */
export const webRoutes = async (http: Http, app: App): Promise<void> => {
  if (app.webFolder === null) return
  const page = await readFile(join(app.webFolder, 'index.html'), 'utf8')
  await http.register(fastifyStatic, {
    root: app.webFolder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  http.get('/*', async (request, reply) => {
    if (!appPath.test(request.url)) throw new AppError('not-found')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policyWith(nonce))
      .send(page.replace('__CSP_NONCE__', nonce))
  })
}
