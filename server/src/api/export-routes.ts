import { Readable } from 'node:stream'
import { z } from 'zod'
import { exportRecords, exportSchema } from '../features/exports/export-records.ts'
import { attachment } from './attachment.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'

/** Files out: what the asker's list shows, sent while it is read. */
export const exportRoutes = (http: Http): void => {
  http.post(
    '/api/v1/objects/:object/export',
    { schema: { params: z.object({ object: z.string().max(60) }), body: exportSchema } },
    async (request, reply) => {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const file = await exportRecords(
        await request.context(),
        { ...request.body, object: request.params.object, locale: localeOf(request) },
        gone.signal,
      )
      return attachment(reply, file.fileName, file.contentType).send(Readable.from(file.content, { objectMode: false }))
    },
  )
}
