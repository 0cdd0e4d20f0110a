import { z } from 'zod'
import { boardQuerySchema, groupQuerySchema, recordQuerySchema } from '@jieli/core'
import { findBoard } from '../features/records/find-board.ts'
import { findRecords, getRecord } from '../features/records/find-records.ts'
import { groupRecords } from '../features/records/group-records.ts'
import { checkTaken } from '../features/unique/check-taken.ts'
import type { Http } from './http.ts'
import { withIncluded, withIncludedInOne } from './record-answer.ts'
import { includeSchema, namesSchema, ofObject, ofRecord } from './record-params.ts'

/** What can be asked of records. Queries are posted: their conditions outgrow an address. */
export const recordReadRoutes = (http: Http): void => {
  http.post(
    '/api/v1/objects/:object/query',
    { schema: { params: ofObject, body: recordQuerySchema.omit({ object: true }).extend({ include: includeSchema }) } },
    async (request) => {
      const context = await request.context()
      const { include: names, ...query } = request.body
      const { object } = request.params
      const page = await findRecords(context, { ...query, object })
      return { ...page, ...(await withIncluded(context, object, page, names)) }
    },
  )

  http.post(
    '/api/v1/objects/:object/group',
    { schema: { params: ofObject, body: groupQuerySchema.omit({ object: true }) } },
    async (request) => ({
      rows: await groupRecords(await request.context(), { ...request.body, object: request.params.object }),
    }),
  )

  http.post(
    '/api/v1/objects/:object/taken',
    { schema: { params: ofObject, body: z.object({ values: z.record(z.string(), z.unknown()) }) } },
    async (request) => checkTaken(await request.context(), request.params.object, request.body.values),
  )

  http.post(
    '/api/v1/objects/:object/board',
    { schema: { params: ofObject, body: boardQuerySchema.omit({ object: true }) } },
    async (request) => findBoard(await request.context(), { ...request.body, object: request.params.object }),
  )

  http.get(
    '/api/v1/objects/:object/records/:id',
    { schema: { params: ofRecord, querystring: z.object({ fields: namesSchema, include: namesSchema }) } },
    async (request) => {
      const context = await request.context()
      const { object, id } = request.params
      const { fields, include: names } = request.query
      const one = await getRecord(context, object, id, { select: fields && [...new Set([...fields, ...(names ?? [])])] })
      return withIncludedInOne(context, object, one, names)
    },
  )
}
