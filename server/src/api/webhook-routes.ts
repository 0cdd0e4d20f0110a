import { z } from 'zod'
import { AppError, type InboundRequest } from '@jieli/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inboundRegistry } from '../registries.ts'
import { countRefusal } from '../features/capture/count-refusal.ts'
import type { App } from './app.ts'
import type { Http } from './http.ts'

const flat = (values: Record<string, unknown>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? String(value[0]) : value === undefined ? undefined : String(value),
    ]),
  )

const inboundOf = (request: FastifyRequest, receivedAt: string): InboundRequest => ({
  method: request.method,
  headers: flat(request.headers),
  query: flat(request.query as Record<string, unknown>),
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  receivedAt,
})

/**
 * Doors for other systems. The body stays bytes until the connector has checked the signature over them; what is genuine
 * is durable before it is acknowledged; what is not is counted and not kept.
 */
export const webhookRoutes = async (http: Http, app: App): Promise<void> => {
  await http.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.route<{ Params: { source: string } }>({
      method: ['GET', 'POST'],
      url: '/in/:source',
      schema: { params: z.object({ source: z.string().max(60) }) },
      handler: async (request, reply) => {
        const { workspace } = app
        const source = workspace.config.current.item('source', request.params.source)
        const connector = source && inboundRegistry[source.connector]
        if (!source?.enabled || !connector) throw new AppError('unknown-source')
        const now = workspace.clock.now()
        const verdict = connector.receive(
          inboundOf(request, now),
          connector.settings.parse(source.settings),
          await workspace.secrets.of(`source:${source.id}`),
        )
        if (verdict.kind === 'refused') {
          await countRefusal(workspace.db, { sourceId: source.id, code: verdict.code, now })
          throw new AppError(verdict.code)
        }
        if (verdict.kind === 'events') {
          await Promise.all(
            verdict.events.map((event) =>
              app.capture({
                sourceId: source.id,
                eventId: event.eventId,
                receivedAt: now,
                payload: event.payload,
                actor: { kind: 'webhook', id: source.id },
                ...(event.occurredAt ? { occurredAt: event.occurredAt } : {}),
              }),
            ),
          )
        }
        const answer = verdict.reply ?? { body: '{"ok":true}' }
        return reply
          .code(answer.status ?? 200)
          .type(answer.contentType ?? 'application/json')
          .send(answer.body)
      },
    })
  })
}
