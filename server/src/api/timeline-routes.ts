import { z } from 'zod'
import { findTimeline } from '../features/records/find-timeline.ts'
import { restoreValue } from '../features/records/restore-value.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'
import { ofRecord } from './record-params.ts'

/** What happened to a record, and the way back to what a field held before. */
export const timelineRoutes = (http: Http): void => {
  http.post(
    '/api/v1/objects/:object/records/:id/timeline/:eventId/restore',
    { schema: { params: ofRecord.extend({ eventId: z.uuid() }), body: z.strictObject({ field: z.string().max(60) }) } },
    async (request) => restoreValue(await request.context(), { ...request.params, ...request.body }),
  )

  http.get(
    '/api/v1/objects/:object/records/:id/timeline',
    { schema: { params: ofRecord, querystring: z.object({ after: z.uuid().optional() }) } },
    async (request) =>
      findTimeline(await request.context(), {
        ...request.params,
        ...(request.query.after ? { after: request.query.after } : {}),
        locale: localeOf(request),
      }),
  )
}
