import { z } from 'zod'
import { labelSchema, recordQuerySchema } from '@jieli/core'
import { findComputing } from '../features/computed/find-computing.ts'
import { findIndexes } from '../features/indexes/find-indexes.ts'
import { addField, updateField } from '../features/objects/add-field.ts'
import { describeMeta } from '../features/objects/describe-meta.ts'
import type { Http } from './http.ts'

const newField = z.object({
  name: z.string().optional(),
  label: labelSchema,
  type: z.string(),
  settings: z.record(z.string(), z.unknown()).default({}),
  help: labelSchema.optional(),
  required: z.boolean().default(false),
  sensitive: z.boolean().default(false),
  searchable: z.boolean().default(false),
  unique: z.boolean().optional(),
})
const fieldEdit = z.object({
  label: labelSchema.optional(),
  help: labelSchema.optional(),
  required: z.boolean().optional(),
  requiredWhen: recordQuerySchema.shape.where.nullable(),
  settings: z.record(z.string(), z.unknown()).optional(),
  unique: z.boolean().optional(),
})

/** An optional member that was not sent is not there, rather than there and undefined. */
const present = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

export const metaRoutes = (http: Http): void => {
  http.get('/api/v1/meta', async (request) => describeMeta(await request.context()))

  http.get('/api/v1/meta/computing', async (request) => ({ computing: await findComputing(await request.context()) }))

  http.get('/api/v1/meta/indexes', async (request) => ({ indexes: await findIndexes(await request.context()) }))

  http.post(
    '/api/v1/meta/objects/:object/fields',
    { schema: { params: z.object({ object: z.string() }), body: newField } },
    async (request, reply) => {
      const field = await addField(await request.context(), request.params.object, present(request.body))
      return reply.code(201).send({ field })
    },
  )

  http.patch(
    '/api/v1/meta/objects/:object/fields/:field',
    { schema: { params: z.object({ object: z.string(), field: z.string() }), body: fieldEdit } },
    async (request) => ({
      field: await updateField(await request.context(), request.params.object, request.params.field, present(request.body)),
    }),
  )
}
