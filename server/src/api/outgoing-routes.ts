import { z } from 'zod'
import { findDeliveries, findWebhooks, replayDeliveries, tryWebhook } from '../features/webhooks/delivery-log.ts'
import {
  createWebhook,
  removeWebhook,
  renewSecret,
  updateWebhook,
  webhookEditSchema,
  webhookInputSchema,
} from '../features/webhooks/manage-webhooks.ts'
import type { Http } from './http.ts'

const ofWebhook = z.object({ id: z.string().min(1).max(100) })
const statusSchema = z.enum(['waiting', 'delivered', 'failed', 'skipped'])

/** Webhooks that go out: who is told, what became of each message, and telling again. */
export const outgoingRoutes = (http: Http): void => {
  http.get('/api/v1/webhooks', async (request) => ({ webhooks: await findWebhooks(await request.context()) }))

  http.post('/api/v1/webhooks', { schema: { body: webhookInputSchema } }, async (request, reply) =>
    reply
      .code(201)
      .header('cache-control', 'no-store')
      .send(await createWebhook(await request.context(), request.body)),
  )

  http.patch('/api/v1/webhooks/:id', { schema: { params: ofWebhook, body: webhookEditSchema } }, async (request) => ({
    webhook: await updateWebhook(await request.context(), request.params.id, request.body),
  }))

  http.delete('/api/v1/webhooks/:id', { schema: { params: ofWebhook } }, async (request, reply) => {
    await removeWebhook(await request.context(), request.params.id)
    return reply.code(204).send()
  })

  http.post('/api/v1/webhooks/:id/secret', { schema: { params: ofWebhook } }, async (request, reply) =>
    reply.header('cache-control', 'no-store').send(await renewSecret(await request.context(), request.params.id)),
  )

  http.post('/api/v1/webhooks/:id/try', { schema: { params: ofWebhook } }, async (request) =>
    tryWebhook(await request.context(), request.params.id),
  )

  http.get(
    '/api/v1/webhooks/:id/deliveries',
    { schema: { params: ofWebhook, querystring: z.object({ status: statusSchema.optional(), after: z.uuid().optional() }) } },
    async (request) => findDeliveries(await request.context(), request.params.id, request.query),
  )

  http.post(
    '/api/v1/webhooks/:id/replay',
    {
      schema: {
        params: ofWebhook,
        body: z.union([z.strictObject({ deliveryId: z.uuid() }), z.strictObject({ failedSince: z.iso.datetime() })]),
      },
    },
    async (request) => replayDeliveries(await request.context(), request.params.id, request.body),
  )
}
