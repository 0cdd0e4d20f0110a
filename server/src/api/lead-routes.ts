import { z } from 'zod'
import { changeOwner } from '../features/assignment/change-owner.ts'
import { explainAssignment } from '../features/assignment/explain-assignment.ts'
import { checkDuplicate } from '../features/capture/check-duplicate.ts'
import { revealValue } from '../features/records/reveal-value.ts'
import { explainClock } from '../features/timers/explain-clock.ts'
import type { App } from './app.ts'
import type { Http } from './http.ts'

const ofRecord = z.object({ object: z.string().max(60), id: z.uuid() })

/** What is said and done about leads beyond plain records. */
export const leadRoutes = (http: Http, _app: App): void => {
  http.post(
    '/api/v1/leads/check-duplicate',
    {
      schema: { body: z.object({ values: z.record(z.string(), z.unknown()) }) },
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    },
    async (request) => checkDuplicate(await request.context(), 'lead', request.body.values),
  )

  http.post(
    '/api/v1/leads/assign',
    {
      schema: {
        body: z.object({
          leadIds: z.array(z.uuid()).min(1).max(5_000),
          ownerId: z.uuid(),
          reason: z.string().max(200).default(''),
        }),
      },
    },
    async (request) => ({
      assigned: await changeOwner(await request.context(), {
        object: 'lead',
        recordIds: request.body.leadIds,
        ownerId: request.body.ownerId,
        reason: request.body.reason,
      }),
    }),
  )

  http.get('/api/v1/objects/:object/records/:id/explain/assignment', { schema: { params: ofRecord } }, async (request) =>
    explainAssignment(await request.context(), request.params.object, request.params.id),
  )

  http.get('/api/v1/objects/:object/records/:id/explain/sla', { schema: { params: ofRecord } }, async (request) =>
    explainClock(await request.context(), request.params.object, request.params.id),
  )

  http.post(
    '/api/v1/objects/:object/records/:id/reveal',
    { schema: { params: ofRecord, body: z.object({ field: z.string() }) } },
    async (request) => revealValue(await request.context(), { ...request.params, field: request.body.field }),
  )
}
