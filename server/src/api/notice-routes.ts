import { z } from 'zod'
import { findNotices, readNotices } from '../features/notices/find-notices.ts'
import { nudgeLeads } from '../features/notices/nudge-leads.ts'
import type { Http } from './http.ts'

export const noticeRoutes = (http: Http): void => {
  http.get('/api/v1/notices', { schema: { querystring: z.object({ after: z.uuid().optional() }) } }, async (request) =>
    findNotices(await request.context(), request.query.after),
  )

  http.post(
    '/api/v1/notices/read',
    { schema: { body: z.object({ ids: z.array(z.uuid()).max(1_000).optional() }) } },
    async (request, reply) => {
      await readNotices(await request.context(), request.body.ids)
      return reply.code(204).send()
    },
  )

  http.post(
    '/api/v1/leads/nudge',
    { schema: { body: z.object({ leadIds: z.array(z.uuid()).min(1).max(1_000) }) } },
    async (request) => ({
      nudged: await nudgeLeads(await request.context(), request.body.leadIds),
    }),
  )
}
