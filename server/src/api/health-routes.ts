import { AppError } from '@jieli/core'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { App } from './app.ts'
import type { Http } from './http.ts'

export const healthRoutes = (http: Http, app: App): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  http.get('/healthz', async () => ({ ok: true }))

  /** Ready means: the database answers and the settings are here. */
  http.get('/readyz', async () => {
    await app.workspace.db.query('SELECT 1').catch((error: unknown) => {
      throw new AppError('not-ready', { cause: error })
    })
    return { ok: true, version: app.workspace.config.current.version }
  })

  http.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}
