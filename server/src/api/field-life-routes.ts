import { z } from 'zod'
import { expressionSchema, labelSchema } from '@jieli/core'
import { getFieldImpact, getObjectImpact } from '../features/objects/field-impact.ts'
import { previewConversion } from '../features/objects/conversion/preview-conversion.ts'
import { startConversion } from '../features/objects/conversion/start-conversion.ts'
import { addObject } from '../features/objects/create-object.ts'
import { countOptions, startMerge } from '../features/objects/merge-options.ts'
import { previewSplit, startSplit } from '../features/objects/split-option.ts'
import { findRemoved, removeField, removeObject, restoreRemoved } from '../features/objects/remove-field.ts'
import { previewUnique } from '../features/unique/preview-unique.ts'
import type { Http } from './http.ts'

const ofObject = z.object({ object: z.string() })
const ofField = z.object({ object: z.string(), field: z.string() })
const newType = z.object({ type: z.string(), settings: z.record(z.string(), z.unknown()).optional() })
const newObject = z.object({ label: labelSchema, name: z.string().optional(), icon: z.string().max(60).optional() })
const merge = z.object({ from: z.array(z.string()).min(1).max(500), to: z.string().nullable() })

const split = z.object({
  from: z.string(),
  into: z
    .array(z.object({ label: z.string().max(80), where: expressionSchema }))
    .min(1)
    .max(50),
})

/** The life of objects and fields: made, changed while everybody works on, taken out of use, brought back. */
export const fieldLifeRoutes = (http: Http): void => {
  http.post('/api/v1/meta/objects', { schema: { body: newObject } }, async (request, reply) =>
    reply.code(201).send({ object: await addObject(await request.context(), request.body) }),
  )

  http.get('/api/v1/meta/objects/:object/impact', { schema: { params: ofObject } }, async (request) =>
    getObjectImpact(await request.context(), request.params.object),
  )

  http.delete('/api/v1/meta/objects/:object', { schema: { params: ofObject } }, async (request) =>
    removeObject(await request.context(), request.params.object),
  )

  http.get('/api/v1/meta/objects/:object/fields/:field/impact', { schema: { params: ofField } }, async (request) =>
    getFieldImpact(await request.context(), request.params.object, request.params.field),
  )

  http.delete('/api/v1/meta/objects/:object/fields/:field', { schema: { params: ofField } }, async (request) =>
    removeField(await request.context(), request.params.object, request.params.field),
  )

  http.post(
    '/api/v1/meta/objects/:object/fields/:field/type/preview',
    { schema: { params: ofField, body: newType } },
    async (request) => previewConversion(await request.context(), request.params.object, request.params.field, request.body),
  )

  http.post(
    '/api/v1/meta/objects/:object/fields/:field/type',
    { schema: { params: ofField, body: newType } },
    async (request, reply) =>
      reply
        .code(202)
        .send(await startConversion(await request.context(), request.params.object, request.params.field, request.body)),
  )

  http.get('/api/v1/meta/objects/:object/fields/:field/duplicates', { schema: { params: ofField } }, async (request) =>
    previewUnique(await request.context(), request.params.object, request.params.field),
  )

  http.get('/api/v1/meta/objects/:object/fields/:field/options', { schema: { params: ofField } }, async (request) => ({
    options: await countOptions(await request.context(), request.params.object, request.params.field),
  }))

  http.post(
    '/api/v1/meta/objects/:object/fields/:field/options/merge',
    { schema: { params: ofField, body: merge } },
    async (request, reply) =>
      reply
        .code(202)
        .send(await startMerge(await request.context(), request.params.object, request.params.field, request.body)),
  )

  http.post(
    '/api/v1/meta/objects/:object/fields/:field/options/split/preview',
    { schema: { params: ofField, body: split } },
    async (request) => previewSplit(await request.context(), request.params.object, request.params.field, request.body),
  )

  http.post(
    '/api/v1/meta/objects/:object/fields/:field/options/split',
    { schema: { params: ofField, body: split } },
    async (request, reply) =>
      reply
        .code(202)
        .send(await startSplit(await request.context(), request.params.object, request.params.field, request.body)),
  )

  http.get('/api/v1/meta/recycled', async (request) => ({ entries: await findRemoved(await request.context()) }))

  http.post('/api/v1/meta/recycled/:id/restore', { schema: { params: z.object({ id: z.uuid() }) } }, async (request) =>
    restoreRemoved(await request.context(), request.params.id),
  )
}
