import { z } from 'zod'
import { createApiKey, findApiKeys, revokeApiKey } from '../features/sign-in/api-keys.ts'
import { keyScopesSchema } from '../features/sign-in/scoped-access.ts'
import type { Http } from './http.ts'

const newKey = z.strictObject({
  label: z.string().trim().min(1).max(80),
  readOnly: z.boolean().default(false),
  scopes: keyScopesSchema.optional(),
  userId: z.uuid().optional(),
})

/** Keys by which other programs act as a colleague. */
export const keyRoutes = (http: Http): void => {
  http.get('/api/v1/keys', async (request) => ({ keys: await findApiKeys(await request.context()) }))

  http.post('/api/v1/keys', { schema: { body: newKey } }, async (request, reply) => {
    const context = await request.context()
    const { userId, ...key } = request.body
    const made = await createApiKey(context, { ...key, userId: userId ?? context.access.userId ?? '' })
    return reply.code(201).header('cache-control', 'no-store').send(made)
  })

  http.delete('/api/v1/keys/:id', { schema: { params: z.object({ id: z.uuid() }) } }, async (request, reply) => {
    await revokeApiKey(await request.context(), request.params.id)
    return reply.code(204).send()
  })
}
