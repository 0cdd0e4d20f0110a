import { z } from 'zod'
import { findCaptures } from '../features/sources/find-captures.ts'
import { findSourceHealth } from '../features/sources/find-source-health.ts'
import { rerunRefused } from '../features/sources/rerun-refused.ts'
import { setSourceSecret } from '../features/sources/set-source-secret.ts'
import type { Http } from './http.ts'

const captureFilter = z.object({
  source: z.string().max(60).optional(),
  status: z.enum(['received', 'stored', 'touched', 'refused']).optional(),
  after: z.string().max(500).optional(),
})

export const sourceRoutes = (http: Http): void => {
  http.get('/api/v1/sources/health', async (request) => findSourceHealth(await request.context()))

  http.put(
    '/api/v1/sources/:id/secret',
    {
      schema: {
        params: z.object({ id: z.string().max(60) }),
        body: z.object({ name: z.string().max(60), value: z.string().min(1).max(4_096) }),
      },
    },
    async (request, reply) => {
      await setSourceSecret(await request.context(), request.params.id, request.body)
      return reply.code(204).send()
    },
  )

  http.get('/api/v1/captures', { schema: { querystring: captureFilter } }, async (request) => {
    const { source, status, after } = request.query
    return findCaptures(await request.context(), {
      ...(source ? { source } : {}),
      ...(status ? { status } : {}),
      ...(after ? { after } : {}),
    })
  })

  http.post(
    '/api/v1/captures/:id/rerun',
    {
      schema: {
        params: z.object({ id: z.uuid() }),
        body: z.object({ values: z.record(z.string(), z.unknown()).default({}) }).default({ values: {} }),
      },
    },
    async (request) => ({ captured: await rerunRefused(await request.context(), request.params.id, request.body.values) }),
  )
}
