import { z } from 'zod'
import { AppError } from '@jieli/core'
import { signIn, signOut } from '../features/sign-in/sign-in.ts'
import { viewerOf } from '../features/sign-in/view-as.ts'
import type { App } from './app.ts'
import type { Http } from './http.ts'
import type { RequestContexts } from './request-context.ts'

const credentials = z.object({ login: z.string().min(1).max(60), password: z.string().min(1).max(200) })

/** Looking at a password is made to cost; wrong ones are limited apart, by login and address. */
const MOST_TRIES_A_MINUTE = 120

export const sessionRoutes = (http: Http, app: App, contexts: RequestContexts): void => {
  const { workspace } = app

  http.post(
    '/api/v1/session',
    { schema: { body: credentials }, config: { rateLimit: { max: MOST_TRIES_A_MINUTE, timeWindow: 60_000 } } },
    async (request, reply) => {
      const { person, cookies } = await signIn(workspace, app.signIn, {
        ...request.body,
        ip: request.ip,
        userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
      })
      return reply
        .header('set-cookie', cookies)
        .header('cache-control', 'no-store')
        .send({ user: { id: person.id, name: person.name } })
    },
  )

  http.delete('/api/v1/session', async (request, reply) => {
    const { cookies } = await signOut(workspace, app.signIn, new Headers({ cookie: request.headers.cookie ?? '' }))
    contexts.forgetAll()
    return reply.header('set-cookie', cookies).code(204).send()
  })

  http.get('/api/v1/sign-in-hints', async () => ({ demo: app.demoSignIns }))

  http.get('/api/v1/me', async (request) => {
    const context = await request.context()
    const { users, departments } = workspace.directory.current
    const person = users.get(context.access.userId ?? '')
    if (!person) throw new AppError('not-signed-in')
    const viewer = viewerOf(context)
    return {
      ...(viewer === null ? {} : { viewedBy: { id: viewer, name: users.get(viewer)?.name ?? '' } }),
      user: {
        id: person.id,
        name: person.name,
        login: person.login,
        departmentId: person.departmentId,
        departmentName: departments.get(person.departmentId ?? '')?.name ?? null,
        roleIds: person.roleIds,
      },
      abilities: [...context.access.abilities],
      workspace: { id: workspace.id, name: workspace.config.current.name, timeZone: workspace.config.current.timeZone },
      metaVersion: workspace.config.current.version,
    }
  })
}
