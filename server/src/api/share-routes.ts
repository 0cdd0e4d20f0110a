import { z } from 'zod'
import { findShares } from '../features/shares/find-shares.ts'
import { shareRecord, shareSchema, unshareRecord } from '../features/shares/share-record.ts'
import type { Http } from './http.ts'

const ofRecord = z.object({ object: z.string().max(60), id: z.uuid() })

/** Collaborators of a record: whoever it is shared with, beside those whose roles open it. */
export const shareRoutes = (http: Http): void => {
  http.get('/api/v1/objects/:object/records/:id/shares', { schema: { params: ofRecord } }, async (request) =>
    findShares(await request.context(), request.params),
  )

  http.post(
    '/api/v1/objects/:object/records/:id/shares',
    { schema: { params: ofRecord, body: shareSchema } },
    async (request) => {
      const context = await request.context()
      await shareRecord(context, request.params, request.body)
      return findShares(context, request.params)
    },
  )

  http.post(
    '/api/v1/objects/:object/records/:id/unshare',
    { schema: { params: ofRecord, body: z.strictObject({ grantee: z.string().min(1).max(300) }) } },
    async (request) => {
      const context = await request.context()
      await unshareRecord(context, request.params, request.body.grantee)
      return findShares(context, request.params)
    },
  )
}
