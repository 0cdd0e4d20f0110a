import { z } from 'zod'
import { changeOwnView, createOwnView, deleteOwnView, ownViewSchema } from '../features/config/save-own-view.ts'
import type { Http } from './http.ts'

const ofView = z.object({ id: z.string().min(1).max(100) })

/** Views people make for themselves; those for everybody are settings. */
export const viewRoutes = (http: Http): void => {
  http.post('/api/v1/views', { schema: { body: ownViewSchema } }, async (request, reply) =>
    reply.code(201).send({ view: await createOwnView(await request.context(), request.body) }),
  )

  http.put('/api/v1/views/:id', { schema: { params: ofView, body: ownViewSchema } }, async (request) => ({
    view: await changeOwnView(await request.context(), request.params.id, request.body),
  }))

  http.delete('/api/v1/views/:id', { schema: { params: ofView } }, async (request, reply) => {
    await deleteOwnView(await request.context(), request.params.id)
    return reply.code(204).send()
  })
}
