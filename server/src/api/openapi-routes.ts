import type { Http } from './http.ts'
import { describeApi } from './openapi/describe-api.ts'
import { writeClient } from './typed-client/write-client.ts'

export const openApiRoutes = (http: Http): void => {
  http.get('/api/v1/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    const context = await request.context()
    return reply.header('cache-control', 'private, no-cache').send(describeApi(context, http.swagger()))
  })

  http.get('/api/v1/client.ts', async (request, reply) =>
    reply
      .header('cache-control', 'private, no-cache')
      .header('content-disposition', 'attachment; filename="jieli-client.ts"')
      .type('text/typescript; charset=utf-8')
      .send(await writeClient(await request.context())),
  )
}
