import { z } from 'zod'
import { createUser } from '../features/users/create-user.ts'
import { findUsers, getUser } from '../features/users/find-users.ts'
import { changeOwnPassword, setPassword } from '../features/users/set-password.ts'
import { deactivateUser, updateUser } from '../features/users/update-user.ts'
import { newUserSchema, userEditSchema } from '../features/users/user-values.ts'
import type { Http } from './http.ts'

const ofUser = z.object({ id: z.uuid() })
const password = z.string().max(200)

/** People and their accounts, for whoever manages them; and one's own password. */
export const userRoutes = (http: Http): void => {
  http.get('/api/v1/users', async (request) => ({ users: await findUsers(await request.context()) }))

  http.post('/api/v1/users', { schema: { body: newUserSchema } }, async (request, reply) => {
    const context = await request.context()
    const { id, ...answer } = await createUser(context, request.body)
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ user: await getUser(context, id), ...answer })
  })

  http.patch(
    '/api/v1/users/:id',
    { schema: { params: ofUser, body: userEditSchema.extend({ password: password.optional() }) } },
    async (request) => {
      const context = await request.context()
      const { password: chosen, ...edit } = request.body
      await updateUser(context, request.params.id, edit)
      if (chosen) await setPassword(context, { userId: request.params.id, password: chosen })
      return { user: await getUser(context, request.params.id) }
    },
  )

  http.post('/api/v1/users/:id/deactivate', { schema: { params: ofUser } }, async (request) => {
    const context = await request.context()
    const { openLeads } = await deactivateUser(context, request.params.id)
    return { user: await getUser(context, request.params.id), openLeads }
  })

  http.post(
    '/api/v1/users/:id/password',
    { schema: { params: ofUser, body: z.object({ password: password.optional() }) } },
    async (request, reply) => {
      const { password: chosen } = request.body
      const answer = await setPassword(await request.context(), {
        userId: request.params.id,
        ...(chosen === undefined ? {} : { password: chosen }),
      })
      return reply.header('cache-control', 'no-store').send(answer)
    },
  )

  http.post('/api/v1/me/password', { schema: { body: z.object({ old: password, new: password }) } }, async (request, reply) => {
    await changeOwnPassword(await request.context(), { ...request.body, ip: request.ip })
    return reply.code(204).send()
  })
}
