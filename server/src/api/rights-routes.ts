import { z } from 'zod'
import { auditQuerySchema, findAudit } from '../features/audit/find-audit.ts'
import { explainAccess, explainAccessSchema } from '../features/rights/explain-access.ts'
import { explainOwnRights } from '../features/rights/explain-own-rights.ts'
import { startViewAs } from '../features/sign-in/view-as.ts'
import type { App } from './app.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'
import { viewAsCookie } from './view-as-cookie.ts'

/** Why somebody sees what they see, the product as somebody else sees it, and the log of who did what. */
export const rightsRoutes = (http: Http, app: App): void => {
  const isSecure = app.workspace.publicUrl.startsWith('https:')

  http.get('/api/v1/rights/explain', { schema: { querystring: explainAccessSchema } }, async (request) =>
    explainAccess(await request.context(), request.query),
  )

  http.get('/api/v1/rights/own', { schema: { querystring: z.object({ object: z.string().max(60) }) } }, async (request) =>
    explainOwnRights(await request.context(), request.query.object),
  )

  http.post('/api/v1/view-as', { schema: { body: z.strictObject({ userId: z.uuid() }) } }, async (request, reply) => {
    await startViewAs(await request.context(), request.body.userId)
    return reply.header('set-cookie', viewAsCookie(request.body.userId, isSecure)).code(204).send()
  })

  http.delete('/api/v1/view-as', async (_request, reply) =>
    reply.header('set-cookie', viewAsCookie(null, isSecure)).code(204).send(),
  )

  http.get('/api/v1/audit', { schema: { querystring: auditQuerySchema } }, async (request) =>
    findAudit(await request.context(), { ...request.query, locale: localeOf(request) }),
  )
}
