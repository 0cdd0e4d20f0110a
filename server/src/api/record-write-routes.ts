import { z } from 'zod'
import { changeOne } from '../features/records/apply-change.ts'
import { recordAfterChange } from '../features/records/after-change.ts'
import { applyBatch, batchSchema } from '../features/records/apply-batch.ts'
import { createRecord } from '../features/records/create-record.ts'
import { rowsSchema } from '../features/records/save-rows.ts'
import { updateRecord } from '../features/records/update-record.ts'
import type { App } from './app.ts'
import { callKeyOf, tellRepeat } from './call-key.ts'
import type { Http } from './http.ts'
import { answerAfter } from './record-answer.ts'
import { ofObject, ofRecord } from './record-params.ts'

/** What can be done to records. Who creates, changes or restores one gets it back as they see it now: no page asks again. */
export const recordWriteRoutes = (http: Http, app: App): void => {
  http.post(
    '/api/v1/objects/:object/records',
    {
      schema: {
        params: ofObject,
        body: z.object({
          values: z.record(z.string(), z.unknown()),
          rows: rowsSchema.optional(),
          confirmTouch: z.boolean().default(false),
        }),
      },
    },
    async (request, reply) => {
      const context = await request.context()
      const { object } = request.params
      const made = await createRecord(context, app.capture, { object, ...request.body, call: callKeyOf(request) })
      return tellRepeat(reply, made)
        .code(201)
        .send(await answerAfter(context, object, { id: made.result, rev: 1 }, request.body.rows))
    },
  )

  http.patch(
    '/api/v1/objects/:object/records/:id',
    {
      schema: {
        params: ofRecord,
        body: z.object({ rev: z.int().optional(), values: z.record(z.string(), z.unknown()), rows: rowsSchema.optional() }),
      },
    },
    async (request, reply) => {
      const context = await request.context()
      const { object, id } = request.params
      const saved = await updateRecord(context, { object, id, ...request.body, call: callKeyOf(request) })
      return tellRepeat(reply, saved).send(await answerAfter(context, object, saved.result, request.body.rows))
    },
  )

  http.delete('/api/v1/objects/:object/records/:id', { schema: { params: ofRecord } }, async (request, reply) => {
    await changeOne(await request.context(), request.params.object, { action: 'delete', id: request.params.id })
    return reply.code(204).send()
  })

  http.post('/api/v1/objects/:object/records/:id/restore', { schema: { params: ofRecord } }, async (request) => {
    const context = await request.context()
    const { after } = await changeOne(context, request.params.object, { action: 'restore', id: request.params.id })
    return recordAfterChange(context, request.params.object, after)
  })

  http.post('/api/v1/objects/:object/batch', { schema: { params: ofObject, body: batchSchema } }, async (request, reply) => {
    const done = await applyBatch(await request.context(), request.params.object, {
      ...request.body,
      call: callKeyOf(request),
    })
    return tellRepeat(reply, done).send({ results: done.result })
  })
}
