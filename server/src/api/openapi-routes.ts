import type { Http } from './http.ts'
import { describeApi } from './openapi/describe-api.ts'

export const openApiRoutes = (http: Http): void => {
  http.get('/api/v1/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    const context = await request.context()
    return reply.header('cache-control', 'private, no-cache').send(describeApi(context, http.swagger()))
  })
}
