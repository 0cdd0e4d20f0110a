import { AppError } from '@jieli/core'
import fastifyStatic from '@fastify/static'
import type { App } from './app.ts'
import type { Http } from './http-server.ts'

const appPath = /^\/(?!api\/|f\/|in\/|assets\/|healthz|readyz|metrics)/

/** The built pages: hashed files are kept for good, the page itself is asked for each time. */
export const webRoutes = async (http: Http, app: App): Promise<void> => {
  if (app.webFolder === null) return
  await http.register(fastifyStatic, {
    root: app.webFolder, wildcard: false, index: false, preCompressed: true,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  http.get('/*', async (request, reply) => {
    if (!appPath.test(request.url)) throw new AppError('not-found')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
