import { z } from 'zod'
import { AppError } from '@jieli/core'
import type { App } from './app.ts'
import type { Http } from './http-server.ts'
import { requireOwnPage, type RequestContexts } from './request-context.ts'

const credentials = z.object({ login: z.string().min(1).max(60), password: z.string().min(1).max(200) })

export const sessionRoutes = (http: Http, app: App, contexts: RequestContexts): void => {
  const { signIn, workspace } = app

  // Ten tries a minute from one address: enough for a forgotten password, too few for a list of them.
  http.post('/api/v1/session', { schema: { body: credentials }, config: { rateLimit: { max: 10, timeWindow: 60_000 } } }, async (request, reply) => {
    requireOwnPage(request)
    const { login, password } = request.body
    const { cookies } = await signIn.signIn(login, password, { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' })
    const person = [...workspace.directory.current.users.values()].find((user) => user.login === login && user.active)
    if (!person) throw new AppError('bad-credentials')
    return reply.header('set-cookie', cookies).send({ user: { id: person.id, name: person.name } })
  })

  http.delete('/api/v1/session', async (request, reply) => {
    requireOwnPage(request)
    contexts.forget(request)
    const { cookies } = await signIn.signOut(new Headers({ cookie: request.headers.cookie ?? '' }))
    return reply.header('set-cookie', cookies).code(204).send()
  })

  http.get('/api/v1/sign-in-hints', async () => ({ demo: app.demoSignIns }))

  http.get('/api/v1/me', async (request) => {
    const context = await request.context()
    const { users, departments } = workspace.directory.current
    const person = users.get(context.access.userId ?? '')
    if (!person) throw new AppError('not-signed-in')
    return {
      user: {
        id: person.id, name: person.name, login: person.login, departmentId: person.departmentId,
        departmentName: departments.get(person.departmentId ?? '')?.name ?? null, roleIds: person.roleIds,
      },
      abilities: [...context.access.abilities],
      workspace: { id: workspace.id, name: workspace.config.current.name, timeZone: workspace.config.current.timeZone },
      metaVersion: workspace.config.current.version,
    }
  })
}
